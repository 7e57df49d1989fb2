import { type Alert, MOST_WITHDRAWN } from './alert.ts'
import { plain } from './plain.ts'

/** What an alert can be picked by. A list that was cut holds `ANY` too, so that a filter on what fell off still fits. */
export interface Facets {
  topic: string
  verdicts: string[]
  /** The outlet; null where it isn't known. */
  source: string | null
  entities: string[]
  /** The words of its claims and its title, folded: see `wordsOf`. */
  words: string[]
}

/** Stands in a cut list for everything that fell off; no verdict, entity or word is written so. */
export const ANY = '*'

/** SNS counts what it filters by into the message's 256 KB. */
const MOST_ENTITIES = 50
const MOST_WORD_BYTES = 16_000

export function facetsOf({ topic, claims, withdrawn, article, more }: Alert): Facets {
  const verdicts = [...claims.map(({ verdict }): string => verdict), ...(withdrawn.length > 0 ? ['withdrawn'] : [])]
  const entities = [...claims.flatMap(claim => claim.entities), ...withdrawn.flatMap(claim => claim.entities)]
  const texts = [...claims, ...withdrawn].map(({ text }) => text)
  const speakers = [...claims.map(({ source }) => source), ...withdrawn.map(({ speaker }) => speaker)]
  const words = wordsOf([article.title, ...texts, ...speakers].filter(text => text !== null).join(' '))
  const rest = more > 0 || withdrawn.length >= MOST_WITHDRAWN ? [ANY] : []
  return {
    topic,
    verdicts: [...new Set(verdicts), ...rest],
    source: (article.source && plain(article.source)) || null,
    entities: within([...new Set(entities)], MOST_ENTITIES, () => 1, rest),
    words: within(words, MOST_WORD_BYTES, word => Buffer.byteLength(word) + 3, rest),
  }
}

/** Each word once, without case and accents: "Türkiye's road" gives turkiye, s, road. */
export function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu))]
}

/** As many as there is room for, and `ANY` for the rest. */
function within(values: string[], room: number, size: (value: string) => number, rest: string[]): string[] {
  let used = 0
  const fit = values.findIndex(value => {
    used += size(value)
    return used > room
  })
  return fit < 0 ? [...values, ...rest] : [...values.slice(0, fit), ANY]
}
