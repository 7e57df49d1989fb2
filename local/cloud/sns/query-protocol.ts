import type { MessageAttribute } from './publication.ts'
import type { SnsError } from './sns-error.ts'

/** XML as a tree: text, or elements in order. */
export type Xml = string | [name: string, content: Xml][]

/** `Prefix.entry.1.key` / `.value`, as the Query protocol writes maps. */
export function readMap(form: URLSearchParams, prefix: string): Record<string, string> {
  const map: Record<string, string> = {}
  for (let index = 1; form.has(`${prefix}.entry.${index}.key`); index++) {
    map[form.get(`${prefix}.entry.${index}.key`)!] = form.get(`${prefix}.entry.${index}.value`) ?? ''
  }
  return map
}

export function readMessageAttributes(form: URLSearchParams, prefix: string): Record<string, MessageAttribute> {
  const attributes: Record<string, MessageAttribute> = {}
  for (let index = 1; form.has(`${prefix}.entry.${index}.Name`); index++) {
    const entry = `${prefix}.entry.${index}`
    attributes[form.get(`${entry}.Name`)!] = {
      type: form.get(`${entry}.Value.DataType`) ?? '',
      value: form.get(`${entry}.Value.StringValue`) ?? form.get(`${entry}.Value.BinaryValue`) ?? '',
    }
  }
  return attributes
}

export function members(items: Xml[]): Xml {
  return items.map(item => ['member', item])
}

export function map(entries: Record<string, string>): Xml {
  return Object.entries(entries).map(([key, value]) => [
    'entry',
    [
      ['key', key],
      ['value', value],
    ],
  ])
}

export function response(action: string, result: Xml, requestId: string): string {
  return document(`${action}Response`, [
    [`${action}Result`, result],
    ['ResponseMetadata', [['RequestId', requestId]]],
  ])
}

export function errorResponse(error: SnsError, requestId: string): string {
  const Type = error.status < 500 ? 'Sender' : 'Receiver'
  return document('ErrorResponse', [
    [
      'Error',
      [
        ['Type', Type],
        ['Code', error.code],
        ['Message', error.message],
      ],
    ],
    ['RequestId', requestId],
  ])
}

function document(name: string, content: Xml): string {
  return `<${name} xmlns="http://sns.amazonaws.com/doc/2010-03-31/">${render(content)}</${name}>`
}

function render(xml: Xml): string {
  if (typeof xml === 'string') return escapeText(xml)
  return xml.map(([name, content]) => `<${name}>${render(content)}</${name}>`).join('')
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
