import type { Writable } from 'node:stream'
import type { EarlierClaim } from '../../../lambdas/core/ledger/ledger.ts'
import { type Alert, type AlertClaim, told } from '../../../lambdas/core/notify/alert.ts'
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
  const title = wrap(plain(article.title ?? 'An article without a title'), width - topic.length - 3)
  const where = [origin(article.source, article.publishedAt), article.url].filter(part => part !== null).join(' · ')
  return [
    ...title.map((line, i) =>
      i === 0 ? `${paint('cyan', plain(topic))} · ${paint('bold', line)}` : paint('bold', line),
    ),
    ...wrap(plain(where), width).map(line => paint('dim', line)),
    ...(correction ? ['A correction: a later text of an article that was known.'] : []),
    ...told(claims).flatMap(claim => claimLines(claim, screen)),
    ...withdrawn.flatMap(claim => withdrawnLines(claim, screen)),
    ...(more > 0 ? [`… and ${more} more in the article: claimwire articles ${plain(article.id)}`] : []),
  ]
}

function claimLines(claim: AlertClaim, { width, paint }: Screen): string[] {
  const verdict = claim.verdict.toUpperCase()
  const how = manner(claim)
  const [head = '', ...rest] = wrap(
    plain(`${verdict} · ${claim.source ?? 'the outlet itself'}${how && ` (${how})`}`),
    width,
  )
  const under = (text: string) => wrap(plain(text), width - INDENT.length).map(line => INDENT + line)
  const notes = [
    `Why: ${claim.because}`,
    ...(claim.ref ? [`Earlier: ${earlier(claim.ref)}`] : []),
    ...(claim.outlets > 1 ? [`${claim.outlets} independent outlets have reported on it.`] : []),
  ]
  return [
    paint(COLOURS[claim.verdict], verdict) + head.slice(verdict.length),
    ...rest,
    ...under(claim.text),
    ...notes.flatMap(under).map(line => paint('dim', line)),
  ]
}

function withdrawnLines(claim: EarlierClaim, { width, paint }: Screen): string[] {
  const text = wrap(plain(earlier(claim)), width - INDENT.length).map(line => INDENT + line)
  return [`${paint('red', 'WITHDRAWN')} · no longer in the article`, ...text]
}

function earlier({ speaker, text, outlet, at }: EarlierClaim): string {
  return `${speaker ? `${speaker}: ` : ''}${text} (${origin(outlet, at)})`
}

function origin(outlet: string | null, date: string | null): string {
  return `${outlet ?? 'unknown outlet'}, ${date ? day(date) : 'no date'}`
}
