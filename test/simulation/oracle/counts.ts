import type { Alert } from '../../../lambdas/core/notify/alert.ts'
import { BACKFILL_PREFIX } from '../../../lambdas/core/store/keys.ts'
import type { StoredObject } from '../world/bucket.ts'
import type { Topic } from '../world/topic.ts'

/** What was told of the running counts, held against what the articles were made of: without any code of the pipeline. */
export function falseCounts(objects: readonly StoredObject[], topic: Pick<Topic, 'published'>): string[] {
  const alerts = topic.published.map(({ message }) => JSON.parse(message) as Alert)
  const readable = objects.filter(({ counts }) => Object.keys(counts).length > 0)
  return [...untoldCounts(readable, alerts), ...setBack(alerts)]
}

/** Of each count the latest figure is told, unless an article that is never alerted gave it first, or it was corrected. */
function untoldCounts(objects: readonly StoredObject[], alerts: readonly Alert[]): string[] {
  const told = alerts.flatMap(({ claims }) => claims.map(claim => claim.text)).join('\n')
  const silent = new Set(objects.filter(isSilent).flatMap(({ counts }) => Object.values(counts)))
  const latest = new Map<string, { values: number[]; at: string }>()
  const corrected = objects.filter(one => objects.some(other => corrects(other, one)))
  const unsettled = new Set(corrected.flatMap(({ counts }) => Object.keys(counts)))
  for (const object of objects) {
    for (const [name, value] of Object.entries(object.counts)) {
      if (unsettled.has(name)) continue
      const at = publishedAt(object)
      const { values, at: before } = latest.get(name) ?? { values: [], at: '' }
      if (at >= before) latest.set(name, { values: at === before ? [...values, value] : [value], at })
    }
  }
  return [...latest].flatMap(([name, { values }]) =>
    values.some(value => silent.has(value) || told.includes(value.toLocaleString('en')))
      ? []
      : [`that ${name} is now ${values.join(' or ')} was never told`],
  )
}

/** What a corrected text counts may be told or not, by whether the correction was there first. */
const corrects = (later: StoredObject, earlier: StoredObject): boolean =>
  later.body !== earlier.body &&
  urlOf(later) !== undefined &&
  urlOf(later) === urlOf(earlier) &&
  publishedAt(later) >= publishedAt(earlier)

const urlOf = ({ body }: StoredObject) => (JSON.parse(body) as { url?: string }).url
const isSilent = ({ key, isGone }: StoredObject) => isGone || key.startsWith(BACKFILL_PREFIX)
const publishedAt = ({ body, lastModified }: StoredObject): string =>
  (JSON.parse(body) as { publishedAt?: string }).publishedAt ?? new Date(lastModified).toISOString()

/** An article never replaces the figure of a later one: that would be a lower one, since all counts rise. */
const setBack = (alerts: readonly Alert[]): string[] =>
  alerts.flatMap(({ id, article, claims }) =>
    claims
      .filter(({ verdict, ref }) => verdict === 'update' && ref && article.publishedAt && ref.at > article.publishedAt)
      .filter(({ text, ref }) => (figureIn(text) ?? 0) < (figureIn(ref!.text) ?? 0))
      .map(({ because }) => `the alert ${id} sets a count back: ${because}`),
  )

const figureIn = (text: string): number | undefined => {
  const [digits] = /\d[\d,]*/.exec(text) ?? []
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''))
}
