import type { Writable } from 'node:stream'
import type { EarlierClaim } from '../../../lambdas/core/ledger/ledger.ts'
import { type Alert, origin, type Told, told } from '../../../lambdas/core/notify/alert.ts'
import type { VerdictName } from '../../../lambdas/core/novelty/types.ts'
import { type Io, write } from '../io.ts'
import { day } from './date.ts'
import { plain } from './plain.ts'
import { type Screen, type Style, screenOf } from './style.ts'
import { wrap } from './width.ts'
import { manner } from './words.ts'

const COLOURS: Record<VerdictName, Style> = { new: 'green', update: 'yellow', contradiction: 'red', repeat: 'dim' }
const INDENT = '  '

/** Prints an alert as a reader wants it: what is new, who says it, in which words, why it is new, and where it stands. */
export async function printAlert(alert: Alert, stdout: Writable, env: Io['env'] = process.env): Promise<void> {
  await write(stdout, `${alertLines(alert, screenOf({ stdout, env })).join('\n')}\n\n`)
}

export function alertLines({ topic, article, correction, claims, withdrawn, more }: Alert, screen: Screen): string[] {
  const { width, paint } = screen
  const where = [outletAndDate(article.source, article.publishedAt), article.url].filter(part => part !== null)
  // Of a bare text nothing but its id tells which it is.
  const name = article.title ?? (where.length === 0 ? `article ${article.id}` : null)
  const [title, ...rest] = name ? wrap(plain(name), width - topic.length - 3) : []
  const origins = where.length > 0 ? wrap(plain(where.join(' · ')), width) : []
  return [
    paint('cyan', plain(topic)) + (title ? ` · ${paint('bold', title)}` : ''),
    ...rest.map(line => paint('bold', line)),
    ...origins.map(line => paint('dim', line)),
    ...(correction ? ['A correction: a later text of an article that was known.'] : []),
    ...told(claims).flatMap(claim => claimLines(claim, screen)),
    ...withdrawn.flatMap(claim => withdrawnLines(claim, screen)),
    ...(more > 0 ? [`… and ${more} more in the article: claimwire article ${plain(article.id)}`] : []),
  ]
}

function claimLines(claim: Told, { width, paint }: Screen): string[] {
  const verdict = claim.verdict.toUpperCase()
  const how = manner(claim)
  const [head = '', ...rest] = wrap(
    plain(`${verdict} · ${claim.source ?? 'the outlet itself'}${how && ` (${how})`}`),
    width,
  )
  const under = (text: string) => wrap(plain(text), width - INDENT.length).map(line => INDENT + line)
  const [said, sentence] =
    claim.contents.length > 0 ? [claim.contents, [`Sentence: ${claim.text}`]] : [[claim.text], []]
  const notes = [
    ...sentence,
    `Why: ${claim.because}`,
    ...(claim.ref ? [`Earlier: ${earlier(claim.ref)}`] : []),
    ...(claim.outlets > 1 ? [`${claim.outlets} independent outlets have reported on it.`] : []),
  ]
  return [
    paint(COLOURS[claim.verdict], verdict) + head.slice(verdict.length),
    ...rest,
    ...said.flatMap(under),
    ...notes.flatMap(under).map(line => paint('dim', line)),
  ]
}

function withdrawnLines(claim: EarlierClaim, { width, paint }: Screen): string[] {
  const text = wrap(plain(earlier(claim)), width - INDENT.length).map(line => INDENT + line)
  return [`${paint('red', 'WITHDRAWN')} · no longer in the article`, ...text]
}

function earlier({ speaker, text, outlet, at }: EarlierClaim): string {
  return `${speaker ? `${speaker}: ` : ''}${text} (${outletAndDate(outlet, at)})`
}

const outletAndDate = (outlet: string | null, date: string | null) => origin(outlet, date && day(date))
