import type { Doc } from '../text/doc.ts'
import { isVerb, markVerbs } from './marks.ts'
import type { Token } from './tokens.ts'

export interface Roles {
  /** Stems of verbs, marked; `actors[i]` and `objects[i]` are who does `actions[i]` and to what, '' where it isn't told. */
  actions: string[]
  actors: string[]
  objects: string[]
}
const MOST = 5
const REPORTING = new Set(['say', 'tell', 'ad', 'announc', 'state', 'report', 'accord'])

/** Who does what to whom, verb by verb, by word order; a passive is turned round ("shelled by X": X is the actor). */
export function readRoles(doc: Doc, tokens: readonly Token[]): Roles {
  const marks = markVerbs(doc, tokens)
  const roles: Roles = { actions: [], actors: [], objects: [] }
  tokens.forEach((token, i) => {
    if (roles.actions.length >= MOST || !(marks.has(i) || acts(doc, token))) return
    const before = nounBefore(doc, tokens, i)
    const after = nounAfter(doc, tokens, i)
    const agent = agentAfter(doc, tokens, i)
    const passive = agent !== '' || isPassive(doc, tokens, i)
    roles.actions.push(`${marks.get(i) ?? ''}${token.key}`)
    roles.actors.push(passive ? agent : before)
    roles.objects.push(passive ? before : after)
  })
  return roles
}

const tags = (doc: Doc, token: Token) => doc.terms[token.first]!.tags
const word = (doc: Doc, token: Token | undefined) => (token ? doc.terms[token.first]!.normal : '')
const acts = (doc: Doc, token: Token) => isVerb(doc, token) && !REPORTING.has(token.key)
const nominal = (token: Token | undefined) => token?.kind === 'word' || token?.kind === 'name'
const endsClause = (doc: Doc, token: Token) => /[,;:.—–(]/.test(doc.terms[token.last - 1]!.post)

function isPassive(doc: Doc, tokens: readonly Token[], at: number): boolean {
  const participle =
    tags(doc, tokens[at]!).has('PastTense') ||
    tags(doc, tokens[at]!).has('Participle') ||
    /(?:ed|en)$/.test(word(doc, tokens[at]))
  for (let i = at - 1; participle && i >= Math.max(0, at - 3); i--)
    if (/^(?:is|are|was|were|been|being|be|got)$/.test(word(doc, tokens[i]))) return true
  return false
}

/** The noun phrase that the verb's group follows; a phrase after a preposition ("forces in the city had …") is passed over. */
function nounBefore(doc: Doc, tokens: readonly Token[], at: number): string {
  let i = at - 1
  while (i >= 0 && (tokens[i]!.kind === 'function' || tokens[i]!.kind === 'negation') && !endsClause(doc, tokens[i]!)) {
    if (/^(?:who|which|that)$/.test(tokens[i]!.key)) return ''
    i--
  }
  while (i >= 0) {
    if (!nominal(tokens[i]) || acts(doc, tokens[i]!)) return ''
    const end = i
    while (i > 0 && nominal(tokens[i - 1]) && !acts(doc, tokens[i - 1]!) && !endsClause(doc, tokens[i - 1]!)) i--
    const phrase = tokens.slice(i, end + 1)
    while (i > 0 && (tokens[i - 1]!.kind === 'number' || /^(?:the|a|an|its|their|his|her)$/.test(tokens[i - 1]!.key)))
      i--
    const lead = tokens[i - 1]
    if (!lead || !/^(?:in|of|at|from|near|with|on|for|to|by|into|around)$/.test(lead.key)) return written(phrase)
    i -= 2
  }
  return ''
}

function nounAfter(doc: Doc, tokens: readonly Token[], at: number): string {
  if (endsClause(doc, tokens[at]!)) return ''
  let i = at + 1
  while (
    i < tokens.length &&
    (tokens[i]!.kind === 'number' || /^(?:the|a|an|its|their|his|her|some|about|at|least|of)$/.test(tokens[i]!.key))
  )
    i++
  return phraseFrom(doc, tokens, i)
}

function agentAfter(doc: Doc, tokens: readonly Token[], at: number): string {
  for (let i = at + 1; i < Math.min(tokens.length, at + 8); i++) {
    if (acts(doc, tokens[i]!) || endsClause(doc, tokens[i - 1]!)) return ''
    if (tokens[i]!.key !== 'by') continue
    let start = i + 1
    while (start < tokens.length && (tokens[start]!.kind === 'number' || tokens[start]!.kind === 'function')) start++
    return start < tokens.length && !/ing$/.test(word(doc, tokens[start])) ? phraseFrom(doc, tokens, start) : ''
  }
  return ''
}

function phraseFrom(doc: Doc, tokens: readonly Token[], from: number): string {
  let end = from
  while (end < tokens.length && nominal(tokens[end]) && !acts(doc, tokens[end]!)) {
    end++
    if (endsClause(doc, tokens[end - 1]!)) break
  }
  return written(tokens.slice(from, end))
}

/** At most the last three words of a phrase: the head is last. */
const written = (phrase: readonly Token[]) =>
  phrase
    .slice(-3)
    .map(token => token.key)
    .join(' ')
