import type { EarlierClaim } from '../ledger/ledger.ts'
import type { Reason } from '../subscriptions/notes.ts'
import { type Alert, type AlertClaim, told } from './alert.ts'
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

/** The alert for a person: of each claim who says it, the sentence, why it is new, the outlet, the date and the link. */
export function emailText(alert: Alert, reasons: readonly Reason[] = []): string {
  const { article, topic, correction, more } = alert
  const lines = [
    `${plain(article.title ?? 'An article without a title')}`,
    `${outletAndDate(article.source, article.publishedAt)}${correction ? ' (a correction of an earlier text)' : ''}`,
    ...(article.url ? [plain(article.url)] : []),
    `Topic: ${topic}`,
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
    'Why you get this: it fits',
    ...reasons.map(({ subscription, note }) => `  ${plain(note)} (${subscription})`),
  ]
}

function claimLines(claim: AlertClaim): string[] {
  const status = claim.modality === 'asserted' ? '' : ` (${claim.modality})`
  const denied = claim.polarity === 'denied' ? ' (denied)' : ''
  return [
    '',
    `${VERDICTS[claim.verdict]} · ${plain(claim.source ?? 'the outlet itself')}${status}${denied}:`,
    `  ${plain(claim.text)}`,
    `  Why: ${plain(claim.because)}`,
    ...(claim.ref ? [`  Earlier: ${earlier(claim.ref)}`] : []),
    ...(claim.outlets > 1 ? [`  ${claim.outlets} independent outlets have reported on it.`] : []),
  ]
}

const earlier = ({ text, speaker, outlet, at }: EarlierClaim): string =>
  `${speaker ? `${plain(speaker)}: ` : ''}${plain(text)} (${outletAndDate(outlet, at)})`

const outletAndDate = (outlet: string | null, date: string | null): string =>
  [plain(outlet ?? 'unknown outlet'), date?.slice(0, 10) ?? 'no date'].join(', ')

const count = (n: number, verdict: string): string =>
  verdict === 'new' ? `${n} new claim${n === 1 ? '' : 's'}` : `${n} ${verdict}${n === 1 ? '' : 's'}`
