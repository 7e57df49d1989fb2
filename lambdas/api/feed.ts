import type { Alert } from '../core/notify/alert.ts'
import { emailSubject, emailText } from '../core/notify/email.ts'

/** The alerts of a topic as an Atom feed (RFC 4287). Titles and texts come from articles, so all of it is escaped. */
export function atomFeed(topic: { name: string; title: string }, alerts: readonly (Alert & { at: string })[]): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', `urn:claimwire:topic:${topic.name}`),
    element('title', `Claimwire: ${topic.title}`),
    element('updated', alerts[0]?.at ?? '1970-01-01T00:00:00.000Z'),
    '<author><name>Claimwire</name></author>',
    `<link rel="self" href="/v1/topics/${topic.name}/feed"/>`,
    ...alerts.map(entry),
    '</feed>',
  ]
  return `${lines.join('\n')}\n`
}

const entry = (alert: Alert & { at: string }): string =>
  [
    '<entry>',
    element('id', `urn:claimwire:alert:${alert.id}`),
    element('title', emailSubject(alert)),
    element('updated', alert.at),
    ...(alert.article.source ? [`<author>${element('name', alert.article.source)}</author>`] : []),
    ...(alert.article.url ? [`<link rel="related" href="${escaped(alert.article.url)}"/>`] : []),
    `<content type="text">${escaped(emailText(alert))}</content>`,
    '</entry>',
  ].join('\n')

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** XML 1.0 has no way to write control characters or lone surrogates. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\x20-\uFFFD\u{10000}-\u{10FFFF}]|\p{Surrogate}/gu, '\uFFFD')
    .replace(/[&<>"]/g, character => ENTITIES[character]!)
