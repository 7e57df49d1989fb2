import type { Doc } from '../text/doc.ts'
import marks from './lexicon/marks.json' with { type: 'json' }
import type { Token } from './tokens.ts'

/** What is said of a verb: "+" it happened, "!" it didn't, "~" it is planned, "?" possible, "*" demanded, "^" supposed. */
export type Mark = '+' | '!' | '~' | '?' | '*' | '^'

const DENYING = new Set(marks.denying)
const NEEDS_TO = new Set(marks.needsTo)
/** What "no" and "without" stand before is a noun. */
const NOMINAL = new Set(marks.nominal)
/** Between "urged" and "to" stands who is urged. */
const WITH_PERSON = new Set(marks.person)
const MARKERS: readonly [Mark, ReadonlySet<string>][] = [
  ['!', new Set(marks.negating)],
  ['~', new Set(marks.planned)],
  ['?', new Set(marks.possible)],
  ['*', new Set(marks.demanded)],
]
const HYPOTHETICAL = new Set(marks.hypothetical)
/** A mark looks this many tokens ahead for its verb: "will, the ministry said on Friday, be opened". */
const REACH = 6

/** The marks of each token, by its place: "refused to open" marks "open" as not done, "plans to open" as planned. */
export function markVerbs(doc: Doc, tokens: readonly Token[]): Map<number, string> {
  const found = new Map<number, string>()
  const add = (at: number, mark: Mark) => {
    const old = found.get(at) ?? ''
    // "did not refuse to" is done, "denied that it did not" too
    if (mark === '!' && old.includes('!')) found.set(at, old.replace('!', ''))
    else if (!old.includes(mark)) found.set(at, old + mark)
  }
  tokens.forEach((token, i) => {
    const text = textOf(doc, token)
    if (DENYING.has(text)) for (const at of verbsAfter(doc, tokens, i, 16)) add(at, '!')
    if (HYPOTHETICAL.has(text)) for (const at of verbsAfter(doc, tokens, i, 12)) add(at, '^')
    for (const [mark, markers] of MARKERS) {
      if (!markers.has(text)) continue
      const at = NEEDS_TO.has(text) ? infinitive(doc, tokens, i) : nextVerb(doc, tokens, i + 1, NOMINAL.has(text))
      if (at !== undefined) add(at, mark)
    }
  })
  tokens.forEach((token, i) => {
    if (!found.has(i) && isVerb(doc, token) && happened(doc, tokens, i)) add(i, '+')
  })
  return found
}

function textOf(doc: Doc, token: Token): string {
  const text = doc.terms[token.first]!.text.toLowerCase()
  if (/['’]ll$/.test(text)) return 'will'
  return token.kind === 'negation' && !NOMINAL.has(text) ? 'not' : text
}

export const isVerb = (doc: Doc, token: Token): boolean => {
  const { tags } = doc.terms[token.first]!
  return token.kind === 'word' && tags.has('Verb') && !tags.has('Auxiliary') && !tags.has('Copula')
}

/** In the past tense, or going on ("is being opened", "are leaving"). */
function happened(doc: Doc, tokens: readonly Token[], at: number): boolean {
  const { tags } = doc.terms[tokens[at]!.first]!
  if (tags.has('PastTense')) return true
  return tags.has('Gerund') && /^(?:is|are|was|were|been)$/.test(tokens[at - 1]?.key ?? '')
}

/** The first verb from `from` on, unless a noun phrase comes first; with `nominal`, the first content word. */
function nextVerb(doc: Doc, tokens: readonly Token[], from: number, nominal: boolean): number | undefined {
  for (let i = from; i < Math.min(tokens.length, from + REACH); i++) {
    const token = tokens[i]!
    if (/^(?:the|a|an|and|but|that)$/.test(token.key) && token.kind === 'function' && i === from) return undefined
    if (token.kind === 'word' && (nominal || isVerb(doc, token) || tokens[i - 1]?.kind === 'negation')) return i
  }
  return undefined
}

/** The verb of the infinitive that follows "plans", or follows the person that is urged. "Due to the rain" has none. */
function infinitive(doc: Doc, tokens: readonly Token[], at: number): number | undefined {
  const reach = at + (WITH_PERSON.has(textOf(doc, tokens[at]!)) ? 6 : 2)
  for (let i = at + 1; i < Math.min(tokens.length, reach); i++) {
    if (tokens[i]!.key !== 'to') continue
    const next = tokens[i + 1]
    return next && /^(?:the|a|an|its|his|their|this|these|all|any)$/.test(next.key)
      ? undefined
      : nextVerb(doc, tokens, i + 1, false)
  }
  return undefined
}

function verbsAfter(doc: Doc, tokens: readonly Token[], at: number, reach: number): number[] {
  const found: number[] = []
  for (let i = at + 1; i < Math.min(tokens.length, at + reach); i++) {
    if (isVerb(doc, tokens[i]!)) found.push(i)
    if (/[,;]/.test(doc.terms[tokens[i]!.last - 1]!.post)) break
  }
  return found
}
