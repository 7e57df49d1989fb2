import type { Doc, Term } from '../text/doc.ts'
import type { ClaimSource, Span } from '../types.ts'
import { GROUPS, UNNAMED, VOICES } from './lexicon/people.ts'
import { type Named, type Positions, termsIn, textOf, within } from './positions.ts'

const UNNAMED_CLASS = /\b(?:sources?|anonym\w*|unnamed|unidentified|not to be (?:named|identified)|insiders?)\b/i
/** "his minister": a reference to somebody else than the speaker. */
const OWNER = /^(?:his|her|its|their|our|my)$/i
const FIRST_MENTION = /^(?:an?|one|another)$/
const LEADS_AWAY = /^(?:of|to|for|with|by|in|at|from|near|against|about|on|under|over)$/
/** "Palestinians", "Chechens", "Saudis". */
const PEOPLES = /(?:ians|eans|ens|anis|udis|aqis|ese)$/
const MANY =
  /^(?:they|we|both|neither|many|some|most|several|others|all|those|these|few|everyone|two|three|dozens|hundreds|thousands)$/

/** Whom the words of a source stand for: an entity where they name one or refer to one, else the words themselves. */
export function resolveSource(positions: Positions, spans: Span[]): ClaimSource {
  const { doc } = positions
  const text = textOf(doc.text, spans)
  const terms = termsIn(doc, spans)
  const named = spans.flatMap(span => within(positions.named, span))
  const whole = named.filter(one => !OWNER.test(doc.text.slice(one.start, one.end)))
  const speaker = person(doc, whole, terms) ?? voiced(named, terms) ?? head(whole, terms)
  if (speaker && !UNNAMED_CLASS.test(text)) {
    const { id, name, role } = speaker.entity
    return { name, entity: id, ...(role === undefined ? {} : { role }), kind: 'named', text, spans }
  }
  return { name: withoutBracket(text), kind: kindOf(terms, text), text, spans }
}

/** A span ends at a word, so "the Red Cross (ICRC)" has lost its closing bracket. */
const withoutBracket = (text: string): string =>
  /\([^)]*$/.test(text) ? text.slice(0, text.lastIndexOf('(')).trimEnd() || text : text

/** "Baku's envoy Elchin Amirbayov", not the person in "an adviser to President Aliyev" or "Aliyev's office". */
function person(doc: Doc, named: readonly Named[], terms: readonly Term[]): Named | undefined {
  return named.find(one => {
    if (one.entity.type !== 'person' || isPossessive(doc, one)) return false
    const before = terms.filter(term => term.end <= one.start)
    const cut = before.findLastIndex(term => /[,;(]/.test(term.post))
    return !before.slice(cut + 1).some(term => LEADS_AWAY.test(term.normal))
  })
}

/** "a spokesman for the Kremlin", "a Kremlin spokeswoman", "the ministry's statement". */
function voiced(named: readonly Named[], terms: readonly Term[]): Named | undefined {
  const voice = terms.findIndex(term => VOICES.has(term.normal))
  if (voice === -1) return undefined
  const { start, end } = terms[voice]!
  const follows = terms[voice + 1]?.normal
  const after = follows === 'for' || follows === 'of' || follows === 'from' || follows === 'by'
  return after ? named.find(one => one.start >= end) : named.findLast(one => one.end <= start)
}

/** The name that the source is, not one that tells which source: not "Azerbaijan's army", "troops in Azerbaijan", "(AP)". */
function head(named: readonly Named[], terms: readonly Term[]): Named | undefined {
  return named.find(one => {
    const last = terms.findLastIndex(term => term.start < one.end && term.end > one.start)
    const first = terms.findIndex(term => term.end > one.start)
    if (last === -1) return false
    if (terms.slice(0, first).some(term => LEADS_AWAY.test(term.normal))) return false
    if (terms[first]!.pre.includes('(')) return false
    const { tags, end, post } = terms[last]!
    const next = terms[last + 1]
    if (one.isMention && (tags.has('Possessive') || end > one.end)) return false
    return !next || /[,;()—–]/.test(post) || !/^\s*$/.test(post) || !next.tags.has('Noun')
  })
}

function isPossessive(doc: Doc, { start, end }: Named): boolean {
  const text = doc.text.slice(start, end + 2)
  return /['’]s?$/.test(text.slice(0, end - start)) || /^['’]/.test(text.slice(end - start))
}

function kindOf(terms: readonly Term[], text: string): ClaimSource['kind'] {
  if (UNNAMED_CLASS.test(text)) return 'anonymous'
  const first = terms[0]?.normal ?? ''
  if (MANY.test(first)) return 'collective'
  const cut = terms.findIndex(term => LEADS_AWAY.test(term.normal) || /^(?:who|which|that)$/.test(term.normal))
  const core = cut === -1 ? terms : terms.slice(0, cut)
  if (FIRST_MENTION.test(first) && core.some(term => UNNAMED.has(term.normal))) return 'anonymous'
  if (core.some(term => GROUPS.has(term.normal))) return 'collective'
  const last = core.at(-1)
  if (last?.tags.has('Demonym') || PEOPLES.test(last?.normal ?? '')) return 'collective'
  return last?.tags.has('Plural') && !last.tags.has('ProperNoun') ? 'collective' : 'named'
}
