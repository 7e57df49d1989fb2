import { type Anchor, anchorOf } from '../../topics/anchor.ts'
import { parsePhrase } from '../../topics/phrase.ts'
import type { Topic } from '../../topics/topic.ts'
import { type Chain, chain } from './match.ts'

export type Role = 'names' | 'match' | 'short' | 'echoes' | 'needs' | 'excludes'
/** A phrase under a word that each of its matches holds, and how many words may stand before that word in a match. */
export interface Entry {
  topic: number
  role: Role
  phrase: Chain
  before: Anchor['before']
  effort: number
}
/** A topic set, ready: what to try where a word is met. */
export interface Compiled {
  topics: readonly Topic[]
  entries: ReadonlyMap<string, readonly Entry[]>
}

const ROLES: readonly Role[] = ['names', 'match', 'short', 'echoes', 'needs', 'excludes']
const compiled = new WeakMap<readonly Topic[], Compiled>()

/** Compiles a topic set once. Throws on a phrase that `parsePhrase` refuses: topics are checked where they come in. */
export function compile(topics: readonly Topic[]): Compiled {
  const known = compiled.get(topics)
  if (known) return known
  const entries = new Map<string, Entry[]>()
  topics.forEach((topic, index) => {
    for (const role of ROLES) for (const text of topic[role] ?? []) addPhrase(entries, index, role, text)
  })
  const made = { topics, entries }
  compiled.set(topics, made)
  return made
}

function addPhrase(entries: Map<string, Entry[]>, topic: number, role: Role, text: string): void {
  const phrase = parsePhrase(text)
  if ('reason' in phrase) throw new Error(`Expected a phrase, got ${JSON.stringify(text)}: ${phrase.reason}`)
  const { words, before, effort } = anchorOf(phrase.steps)
  const entry = { topic, role, phrase: chain(phrase.steps)!, before, effort }
  for (const word of words) {
    const listed = entries.get(word)
    if (listed) listed.push(entry)
    else entries.set(word, [entry])
  }
}
