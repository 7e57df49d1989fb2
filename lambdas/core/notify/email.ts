import type { EarlierClaim } from '../ledger/ledger.ts'
import type { Reason } from '../subscriptions/notes.ts'
import { type Alert, origin, type Told, told } from './alert.ts'
import { plain, subjectLine } from './plain.ts'

const VERDICTS = { new: 'NEW', update: 'UPDATE', contradiction: 'CONTRADICTION', repeat: 'REPEAT' }

/** "[talks] 2 new claims, 1 update: Aid convoy enters the corridor" */
export function emailSubject({ topic, correction, claims, withdrawn, article }: Alert): string {
  const counts = new Map<string, number>()
  for (const { verdict } of claims) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  const parts = [...counts].map(([verdict, n]) => count(n, verdict))
  if (withdrawn.length > 0) parts.push(`${withdrawn.length} withdrawn`)
  const title = article.title ?? article.source
  return subjectLine(`[${topic}] ${correction ? 'correction, ' : ''}${parts.join(', ')}${title ? `: ${title}` : ''}`)
}

/** The alert for a person: of each claim who says it, what, the sentence, why it is new, the outlet, the date and the link. */
export function emailText(alert: Alert, reasons: readonly Reason[] = []): string {
  const { article, topic, correction, more } = alert
  const lines = [
    ...known(article.title, outletAndDate(article.source, article.publishedAt), article.url),
    `Topic: ${topic}`,
    ...(correction ? ['A correction: a later text of an article that was known.'] : []),
    ...told(alert.claims).flatMap(claimLines),
    ...alert.withdrawn.flatMap(claim => ['', 'WITHDRAWN, no longer in the article:', `  ${earlier(claim)}`]),
    ...(more ? ['', `… and ${more} more in the article.`] : []),
    ...reasonLines(reasons),
    '',
    `Alert ${alert.id} · article ${article.id}`,
  ]
  return `${lines.join('\n')}\n`
}

/** One message goes to all, so a reader finds their own by the id in the unsubscribe link that SNS puts below. */
function reasonLines(reasons: readonly Reason[]): string[] {
  if (reasons.length === 0) return []
  return [
    '',
    `Why you get this: it fits the subscription${reasons.length > 1 ? 's' : ''}`,
    ...reasons.map(({ subscription, note }) => `  ${plain(note)} (${subscription})`),
  ]
}

function claimLines(claim: Told): string[] {
  const status = claim.modality === 'asserted' ? '' : ` (${claim.modality})`
  const denied = claim.polarity === 'denied' ? ' (denied)' : ''
  const sentence = plain(claim.text)
  return [
    '',
    `${VERDICTS[claim.verdict]} · ${plain(claim.source ?? 'the outlet itself')}${status}${denied}:`,
    ...(claim.contents.length > 0 ? [...claim.contents.map(plain), `Sentence: ${sentence}`] : [sentence]),
    `Why: ${plain(claim.because)}`,
    ...(claim.ref ? [`Earlier: ${earlier(claim.ref)}`] : []),
    ...(claim.outlets > 1 ? [`${claim.outlets} independent outlets have reported on it.`] : []),
  ].map((line, i) => (i < 2 ? line : `  ${line}`))
}

function earlier({ text, speaker, outlet, at }: EarlierClaim): string {
  return `${speaker ? `${plain(speaker)}: ` : ''}${plain(text)} (${outletAndDate(outlet, at)})`
}

const outletAndDate = (outlet: string | null, date: string | null) => origin(outlet, date?.slice(0, 10) ?? null)
const known = (...parts: (string | null)[]) => parts.flatMap(part => (part === null ? [] : [plain(part)]))

const count = (n: number, verdict: string): string =>
  verdict === 'new' ? `${n} new claim${n === 1 ? '' : 's'}` : `${n} ${verdict}${n === 1 ? '' : 's'}`
