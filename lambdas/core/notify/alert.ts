import type { EarlierClaim, JudgedClaim, Ruling, WithdrawnClaim } from '../ledger/ledger.ts'

/** What subscribers get as JSON: what is new in one article under one topic. */
export interface Alert {
  /** The same however often it is sent. */
  id: string
  topic: string
  /** A later text of an article that was known. */
  correction: boolean
  article: { id: string; title: string | null; source: string | null; url: string | null; publishedAt: string | null }
  claims: AlertClaim[]
  /** What an earlier text of the article claimed, and this one no longer does. */
  withdrawn: WithdrawnClaim[]
  /** How many more claims the article has than fit here. */
  more: number
}
export interface AlertClaim
  extends Pick<JudgedClaim, 'id' | 'text' | 'content' | 'polarity' | 'modality' | 'verdict' | 'because'> {
  /** Who says it; null: the outlet itself. */
  source: string | null
  ref: EarlierClaim | null
  contradicts: string[]
  /** Independent outlets that have it by now. */
  outlets: number
  entities: string[]
}

/** An SNS message holds 256 KB, for people and for machines together. */
const MOST_BYTES = 80_000
export const MOST_WITHDRAWN = 20

/** The alert of a ruling: its alerted claims, as many as a message holds. */
export function alertOf({ id, topic, correction, article, claims, withdrawn, unjudged = 0 }: Ruling): Alert {
  const alerted = claims.filter(claim => claim.alerted).map(alertClaim)
  const fit: AlertClaim[] = []
  let bytes = 0
  for (const claim of alerted) {
    bytes += Buffer.byteLength(JSON.stringify(claim))
    if (bytes > MOST_BYTES) break
    fit.push(claim)
  }
  const { id: articleId, title, source, url, publishedAt } = article
  const more = alerted.length - fit.length + unjudged
  const head = { id: articleId, title, source, url, publishedAt }
  return { id, topic, correction, article: head, claims: fit, withdrawn: withdrawn.slice(0, MOST_WITHDRAWN), more }
}

/** With half of its claims and of what was withdrawn; `more` counts the rest. */
export function halved(alert: Alert): Alert {
  const claims = alert.claims.slice(0, alert.claims.length / 2)
  const withdrawn = alert.withdrawn.slice(0, alert.withdrawn.length / 2)
  const left = alert.claims.length - claims.length + alert.withdrawn.length - withdrawn.length
  return { ...alert, claims, withdrawn, more: alert.more + left }
}

const alertClaim = (claim: JudgedClaim): AlertClaim => {
  const { id, text, content, polarity, modality, verdict, because, ref, contradicts, outlets, entities } = claim
  return {
    id,
    source: claim.speaker,
    text,
    content,
    polarity,
    modality,
    verdict,
    because,
    ref,
    contradicts,
    outlets,
    entities,
  }
}

/** What one source says in one sentence, with one verdict. */
export interface Told extends AlertClaim {
  /** What is claimed; empty where that is the sentence itself. */
  contents: string[]
}

/** The claims as a person is told them: the parts of what one source says in one sentence under one head. */
export function told(claims: readonly AlertClaim[]): Told[] {
  const heads = new Map<string, Told>()
  for (const claim of claims) {
    const { source, text, content, verdict, polarity, modality, ref } = claim
    const key = JSON.stringify([source, text, verdict, polarity, modality, ref?.id])
    const head = heads.get(key) ?? { ...claim, contents: [] }
    heads.set(key, head)
    head.contents.push(content)
  }
  return [...heads.values()].map(head => ({ ...head, contents: apart(head.contents, head.text) }))
}

/** Without what another of them says too; nothing where one is the whole sentence. */
function apart(contents: readonly string[], sentence: string): string[] {
  if (contents.some(content => bare(content) === bare(sentence))) return []
  return contents.filter(
    (content, i) => !contents.some((other, j) => other.includes(content) && (other !== content || j < i)),
  )
}
const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** "Example Wire, 24 Sep 2023": as much of it as is known; null where nothing is. */
export const origin = (outlet: string | null, date: string | null): string | null =>
  [outlet, date].filter(part => part !== null).join(', ') || null
