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
type Line = { sentence: number; found: Found[] }

/** For how many sentences after it was told "the road" or "the discussions" still mean a topic. */
const REMEMBERED = 5

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
  const inArticle = topic.needs.length === 0 || lines.some(line => line.found.some(({ role }) => role === 'needs'))
  let told = Number.NEGATIVE_INFINITY
  let otherSense = false
  for (const { sentence, found } of lines) {
    const of = (role: Role) => found.filter(one => one.role === role)
    const excludes = of('excludes')
    const named = of('names').filter(
      name => !excludes.some(other => other.first < name.last && name.first < other.last),
    )
    const needed = topic.needs.length === 0 || of('needs').length > 0
    const remembered = sentence - told <= REMEMBERED
    let matched = of('match')
    let short = of('short')
    if (excludes.length > 0) {
      if (named.length === 0 && matched.length + short.length + of('names').length > 0) otherSense = true
      matched = []
      short = []
    } else if (!needed && (otherSense || !(inArticle || remembered))) matched = []
    if (otherSense || !remembered) short = []
    if (named.length + matched.length > 0) {
      told = sentence
      otherSense = false
    }
    for (const { role, first, last } of widest([...named, ...matched, ...short])) {
      hits.push({ topic: topic.name, first, last, sentence, rule: `topic/${role}` })
    }
  }
  return hits
}

function widest<T extends { first: number; last: number }>(found: T[]): T[] {
  const kept: T[] = []
  for (const one of found.sort((a, b) => a.first - b.first || b.last - a.last)) {
    if (one.last > (kept.at(-1)?.last ?? 0)) kept.push(one)
  }
  return kept
}
