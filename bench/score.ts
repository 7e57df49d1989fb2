import type { EntityType, Span } from '../lambdas/core/extract/types.ts'

export interface Whole {
  start: number
  end: number
}
export interface Typed extends Whole {
  type: EntityType
}
export interface Roles {
  source: readonly Span[]
  cue: readonly Span[]
  content: readonly Span[]
}

/** Counts that add up over texts; precision and recall have hits of their own, since overlap is not one to one. */
export class Score {
  private rightlyFound = 0
  private found = 0
  private goldHit = 0
  private gold = 0

  add(rightlyFound: number, found: number, goldHit: number, gold: number): void {
    this.rightlyFound += rightlyFound
    this.found += found
    this.goldHit += goldHit
    this.gold += gold
  }

  /** Precision, recall and F1 in percent. */
  row(): [string, string, string] {
    const precision = this.found ? this.rightlyFound / this.found : 0
    const recall = this.gold ? this.goldHit / this.gold : 0
    const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0
    return [precision, recall, f1].map(share => (100 * share).toFixed(1)) as [string, string, string]
  }
}

const EDGE = /[\s.,;:!?"“”'’()[\]]/

/** Without the punctuation at its edges, which corpora draw in or leave out as they like. */
function trimmed<T extends Whole>(text: string, span: T): T {
  let { start, end } = span
  while (start < end && EDGE.test(text[start]!)) start++
  while (end > start && EDGE.test(text[end - 1]!)) end--
  return { ...span, start, end }
}

export function addExact(score: Score, text: string, found: readonly Typed[], gold: readonly Typed[]): void {
  const key = (span: Typed) => {
    const { start, end, type } = trimmed(text, span)
    return `${start} ${end} ${type}`
  }
  const wanted = new Set(gold.map(key))
  const hits = new Set(found.map(key).filter(each => wanted.has(each))).size
  score.add(hits, found.length, hits, gold.length)
}

export function addOverlap<T extends Whole>(
  score: Score,
  found: readonly T[],
  gold: readonly T[],
  same = (_a: T, _b: T) => true,
): void {
  const meets = (a: T, b: T) => a.start < b.end && b.start < a.end && same(a, b)
  const right = found.filter(one => gold.some(other => meets(one, other))).length
  score.add(right, found.length, gold.filter(one => found.some(other => meets(one, other))).length, gold.length)
}

const TOKEN = /[\p{L}\p{N}$%'’.-]+/gu

const shared = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => [...a].filter(each => b.has(each)).length

/** Attributions by the token, role by role, and whole: the content shared by half both ways, and the source by a token. */
export function addAttributions(
  scores: Record<'source' | 'cue' | 'content' | 'whole', Score>,
  text: string,
  found: readonly Roles[],
  gold: readonly Roles[],
): void {
  const tokens = [...text.matchAll(TOKEN)].map(({ index, 0: token }): Span => [index, index + token.length])
  const marked = (spans: readonly Span[]) =>
    new Set(tokens.flatMap(([start, end], i) => (spans.some(([from, to]) => start < to && from < end) ? [i] : [])))
  const read = ({ source, cue, content }: Roles) => ({
    source: marked(source),
    cue: marked(cue),
    content: marked(content),
  })
  const [ours, theirs] = [found.map(read), gold.map(read)]
  for (const role of ['source', 'cue', 'content'] as const) {
    const a = new Set(ours.flatMap(one => [...one[role]]))
    const b = new Set(theirs.flatMap(one => [...one[role]]))
    const hits = shared(a, b)
    scores[role].add(hits, a.size, hits, b.size)
  }
  type Marked = (typeof ours)[number]
  const match = (a: Marked, b: Marked) => {
    const both = shared(a.content, b.content)
    const half = both > 0 && both >= a.content.size / 2 && both >= b.content.size / 2
    return half && (shared(a.source, b.source) > 0 || (a.source.size === 0 && b.source.size === 0))
  }
  const right = ours.filter(a => theirs.some(b => match(a, b))).length
  scores.whole.add(right, ours.length, theirs.filter(b => ours.some(a => match(a, b))).length, theirs.length)
}
