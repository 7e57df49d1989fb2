import type { Topic } from '../../topics/topic.ts'
import type { Doc } from '../text/doc.ts'
import { type Compiled, compile, type Role } from './compile.ts'
import { matchAt, readWords } from './match.ts'

/** Where a topic is told: `doc.terms.slice(first, last)`. */
export interface TopicHit {
  topic: string
  first: number
  last: number
  sentence: number
  rule: `topic/${Role}`
}
interface Found {
  role: Role
  first: number
  last: number
}
/** What one topic has in one sentence. */
type Line = { sentence: number } & Record<Role, Found[]>

/** For how many sentences after it was told "the road" or "the discussions" still mean a topic. */
const REMEMBERED = 5
/** What refers back keeps the topic in mind for so many sentences more. */
const RENEWED = 2
/** How many sentences away the context may stand that a match needs, or another sense. A long article has more than one subject. */
const NEAR = 8
/** Steps that may be tried on one sentence. Prose needs 2,000 at most; a sentence that repeats one word a thousand times is none. */
const MOST_EFFORT = 20_000
/** How far back a match is looked for: those of one word come together. */
const NEARLY_ALL = 50

const NONE: ReadonlySet<string> = new Set()

/** Where each topic is told in a text; `titled` are those that its title tells. Topics are compiled once per set; then one look-up per word. */
export function findTopics(doc: Doc, topics: readonly Topic[], titled: ReadonlySet<string> = NONE): TopicHit[] {
  if (topics.length === 0) return []
  const compiled = compile(topics)
  const lines = findPhrases(doc, compiled)
  return topics
    .flatMap((topic, index) => decide(topic, lines[index]!, titled.has(topic.name)))
    .sort((a, b) => a.first - b.first || a.last - b.last)
}

function findPhrases(doc: Doc, { topics, entries }: Compiled): Line[][] {
  const reading = readWords(doc)
  const lines: Line[][] = topics.map(() => [])
  const efforts = topics.map(() => ({ sentence: -1, spent: 0 }))
  for (const { index, sentence } of doc.terms) {
    for (const { topic, role, phrase, before, effort } of entries.get(reading.words[index]!) ?? []) {
      if (!afford(efforts[topic]!, sentence, effort)) continue
      const { first, last } = doc.sentences[sentence]!
      for (let at = Math.max(first, index - before.max); at <= index - before.min; at++) {
        const stop = matchAt(reading, phrase, at, last)
        if (stop > index) add(lineOf(lines[topic]!, sentence)[role], { role, first: at, last: stop })
      }
    }
  }
  return lines
}

/** Takes what trying a phrase costs from what a topic may spend on a sentence; false where that is spent. */
function afford(effort: { sentence: number; spent: number }, sentence: number, more: number): boolean {
  if (effort.sentence !== sentence) {
    effort.sentence = sentence
    effort.spent = 0
  }
  effort.spent += more
  return effort.spent <= MOST_EFFORT
}

/** Of phrases that match the same words one is enough: a topic may have hundreds that do. */
function add(found: Found[], { role, first, last }: Found): void {
  for (let i = found.length - 1; i >= 0 && found.length - i <= NEARLY_ALL; i--) {
    if (found[i]!.first === first && found[i]!.last === last) return
  }
  found.push({ role, first, last })
}

function lineOf(lines: Line[], sentence: number): Line {
  const last = lines.at(-1)
  if (last?.sentence === sentence) return last
  const line: Line = { sentence, names: [], match: [], short: [], echoes: [], needs: [], excludes: [] }
  lines.push(line)
  return line
}

/** A word keeps its sense until another is shown: after "merger talks", "the talks" are not this topic's for a while. */
function decide(topic: Topic, lines: readonly Line[], titled: boolean): TopicHit[] {
  const hits: TopicHit[] = []
  const hasContext = contextOf(lines, ({ needs, excludes, match }) => without(needs, excludes).filter(isNoneOf(match)))
  // Words that are their own context ("ceasefire", "peace talks") do not bring the topic back from another sense.
  const hasOtherContext = contextOf(lines, ({ needs, excludes, names, match }) =>
    without(needs, [...excludes, ...names]).filter(isNoneOf(match)),
  )
  let told = titled ? -1 : Number.NEGATIVE_INFINITY
  const reach = titled ? 2 * REMEMBERED : REMEMBERED
  let other = Number.NEGATIVE_INFINITY
  for (const { sentence, names, match, short, echoes, excludes } of lines) {
    const otherSense = other > told && sentence - other <= NEAR
    const remembered = !otherSense && sentence - told <= reach
    const inContext = otherSense ? hasOtherContext(sentence, 0) : remembered || hasContext(sentence, NEAR)
    const named = otherSense && !hasOtherContext(sentence, NEAR) ? [] : without(names, excludes)
    const matched = excludes.length === 0 && (inContext || topic.needs.length === 0) ? match : []
    if (named.length + matched.length > 0) told = sentence
    else if (!titled && excludes.length > 0 && (!remembered || match.length + short.length > 0)) other = sentence
    const recalled = excludes.length === 0 && remembered ? [...short, ...echoes] : []
    if (recalled.length > 0) told = Math.max(told, sentence - REMEMBERED + RENEWED)
    for (const { role, first, last } of widest([...named, ...matched, ...recalled])) {
      hits.push({ topic: topic.name, first, last, sentence, rule: `topic/${role}` })
    }
  }
  return hits
}

/** Tells how near to a sentence one stands that `select` finds something in. */
function contextOf(lines: readonly Line[], select: (line: Line) => readonly Found[]) {
  const sentences = lines.filter(line => select(line).length > 0).map(line => line.sentence)
  return (sentence: number, reach: number): boolean => {
    let low = 0
    let high = sentences.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (sentences[middle]! < sentence - reach) low = middle + 1
      else high = middle
    }
    return low < sentences.length && sentences[low]! <= sentence + reach
  }
}

/** No word is the context of itself: "a truce" alone is none in a war. */
function isNoneOf(others: readonly Found[]): (one: Found) => boolean {
  const lastOf = new Map(others.map(other => [other.first, other.last]))
  return one => lastOf.get(one.first) !== one.last
}

/** Those that share no term with any of the others. */
function without(found: readonly Found[], others: readonly Found[]): readonly Found[] {
  if (found.length === 0 || others.length === 0) return found
  const taken = new Set<number>()
  for (const { first, last } of others) for (let at = first; at < last; at++) taken.add(at)
  return found.filter(({ first, last }) => {
    for (let at = first; at < last; at++) if (taken.has(at)) return false
    return true
  })
}

function widest<T extends { first: number; last: number }>(found: T[]): T[] {
  const kept: T[] = []
  for (const one of found.sort((a, b) => a.first - b.first || b.last - a.last)) {
    if (one.last > (kept.at(-1)?.last ?? 0)) kept.push(one)
  }
  return kept
}
