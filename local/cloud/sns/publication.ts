import { invalid } from './sns-error.ts'

export interface MessageAttribute {
  /** String, String.Array, Number or Binary. */
  type: string
  /** Binary values in base64. */
  value: string
}

/** A message that was accepted. */
export interface Publication {
  topicArn: string
  messageId: string
  timestamp: string
  subject?: string
  /** What each protocol gets; `default` for the ones not named. */
  message: { default: string; [protocol: string]: string }
  attributes: Record<string, MessageAttribute>
}

export interface PublishRequest {
  message: string
  subject?: string | undefined
  structure?: string | undefined
  attributes: Record<string, MessageAttribute>
}

const MAX_BYTES = 256 * 1024

/** Refuses what SNS refuses; see the API reference of Publish. */
export function accept(
  request: PublishRequest,
  to: { topicArn: string; messageId: string; timestamp: string },
): Publication {
  const { message, subject, structure, attributes } = request
  if (!message) throw invalid('Empty message')
  if (subject !== undefined && !isSubject(subject)) throw invalid('Subject')
  for (const [name, attribute] of Object.entries(attributes)) checkAttribute(name, attribute)
  if (size(message, attributes) > MAX_BYTES) throw invalid('Message too long')
  return { ...to, ...(subject ? { subject } : {}), message: perProtocol(message, structure), attributes }
}

/** ASCII that begins with a letter, number or punctuation mark, on one line, under 100 characters. */
function isSubject(subject: string): boolean {
  return /^[\x21-\x7e][\x20-\x7e]{0,98}$/.test(subject)
}

function checkAttribute(name: string, { type, value }: MessageAttribute): void {
  if (!/^[\w.-]{1,256}$/.test(name)) throw invalid(`MessageAttributes: the name '${name}' isn't allowed`)
  if (!/^(String|Number|Binary)(\..+)?$/.test(type)) {
    throw invalid(`The message attribute '${name}' has an invalid message attribute type`)
  }
  if (!value) {
    throw invalid(`The message attribute '${name}' must contain non-empty message attribute value for type '${type}'`)
  }
  if (type === 'Number' && !Number.isFinite(Number(value))) {
    throw invalid(`The message attribute '${name}' is no number: '${value}'`)
  }
}

function size(message: string, attributes: Record<string, MessageAttribute>): number {
  const parts = Object.entries(attributes).flatMap(([name, { type, value }]) => [name, type, value])
  return [message, ...parts].reduce((sum, part) => sum + Buffer.byteLength(part), 0)
}

function perProtocol(message: string, structure: string | undefined): Publication['message'] {
  if (structure === undefined) return { default: message }
  if (structure !== 'json') throw invalid(`MessageStructure: '${structure}'`)
  let parsed: unknown
  try {
    parsed = JSON.parse(message)
  } catch {
    throw invalid('Message Structure - JSON message body failed to parse')
  }
  const texts = Object.entries(parsed ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const byProtocol = Object.fromEntries(texts)
  if (byProtocol.default === undefined) throw invalid('Message Structure - No default entry in JSON message body')
  return { ...byProtocol, default: byProtocol.default }
}
