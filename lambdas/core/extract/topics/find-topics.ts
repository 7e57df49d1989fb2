import type { Topic } from '../../topics/topic.ts'
import type { Doc } from '../text/doc.ts'
import { type Compiled, compile, ROLES, type Role } from './compile.ts'
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
type Line = { sentence: number; found: Found[] }

type Roles = [names: Found[], match: Found[], short: Found[], needs: Found[], excludes: Found[]]

/** For how many sentences after it was told "the road" or "the discussions" still mean a topic. */
const REMEMBERED = 5
/** How many sentences away the context may stand that a match needs. A long article is about more than one thing. */
const NEAR = 8

/** Where each topic is told in a text. Topics are compiled once per set; then one look-up per word. */
export function findTopics(doc: Doc, topics: readonly Topic[]): TopicHit[] {
  if (topics.length === 0) return []
  const compiled = compile(topics)
  const lines = findPhrases(doc, compiled)
  return topics
    .flatMap((topic, index) => decide(topic, lines[index]!))
    .sort((a, b) => a.first - b.first || a.last - b.last)
}

function findPhrases(doc: Doc, { topics, entries }: Compiled): Line[][] {
  const reading = readWords(doc)
  const lines: Line[][] = topics.map(() => [])
  for (const { index, sentence } of doc.terms) {
    for (const { topic, role, phrase, before } of entries.get(reading.words[index]!) ?? []) {
      const { first, last } = doc.sentences[sentence]!
      for (let at = Math.max(first, index - before.max); at <= index - before.min; at++) {
        const stop = matchAt(reading, phrase.steps, at, last)
        if (stop > index) lineOf(lines[topic]!, sentence).found.push({ role, first: at, last: stop })
      }
    }
  }
  return lines
}

function lineOf(lines: Line[], sentence: number): Line {
  const last = lines.at(-1)
  if (last?.sentence === sentence) return last
  const line = { sentence, found: [] }
  lines.push(line)
  return line
}

/** A word has one sense in an article until another is shown: after "merger talks", "the talks" are not this topic's. */
function decide(topic: Topic, lines: readonly Line[]): TopicHit[] {
  const hits: TopicHit[] = []
  const isNear = contextOf(lines)
  let told = Number.NEGATIVE_INFINITY
  let otherSense = false
  for (const { sentence, found } of lines) {
    const [names, match, short, needs, excludes] = ROLES.map(role => found.filter(one => one.role === role)) as Roles
    const named = names.filter(name => !excludes.some(other => overlap(other, name)))
    const remembered = !otherSense && sentence - told <= REMEMBERED
    // After another sense, a word that is its own context ("truce") does not bring the topic back.
    const needed = otherSense ? needs.some(need => !match.some(one => overlap(need, one))) : needs.length > 0
    const inContext = topic.needs.length === 0 || needed || remembered || (!otherSense && isNear(sentence))
    const matched = excludes.length === 0 && inContext ? match : []
    const kept = widest([...named, ...matched, ...(excludes.length === 0 && remembered ? short : [])])
    if (named.length + matched.length > 0) {
      told = sentence
      otherSense = false
    } else if (excludes.length > 0 && (!remembered || match.length + short.length > 0)) otherSense = true
    for (const { role, first, last } of kept) {
      hits.push({ topic: topic.name, first, last, sentence, rule: `topic/${role}` })
    }
  }
  return hits
}

function overlap(a: Found, b: Found): boolean {
  return a.first < b.last && b.first < a.last
}

/** Tells, of sentences in text order, whether what the topic needs stands near. */
function contextOf(lines: readonly Line[]): (sentence: number) => boolean {
  const needs = lines.filter(line => line.found.some(({ role }) => role === 'needs')).map(line => line.sentence)
  let next = 0
  return sentence => {
    while (next + 1 < needs.length && needs[next + 1]! <= sentence + NEAR) next++
    return Math.abs(sentence - (needs[next] ?? Number.NEGATIVE_INFINITY)) <= NEAR
  }
}

function widest<T extends { first: number; last: number }>(found: T[]): T[] {
  const kept: T[] = []
  for (const one of found.sort((a, b) => a.first - b.first || b.last - a.last)) {
    if (one.last > (kept.at(-1)?.last ?? 0)) kept.push(one)
  }
  return kept
}
