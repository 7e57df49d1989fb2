import type { Doc } from '../text/doc.ts'
import type { Attribution, CueClass, Entity, QuoteKind, Reference, Span } from '../types.ts'
import { takeApposition } from './apposition.ts'
import { findColons } from './colon.ts'
import {
  cutNaming,
  cutTrailing,
  takeContentSubject,
  takeNumber,
  takeQuotations,
  takeRefusal,
  takeTrailing,
} from './complete-content.ts'
import { completeSource, takeSubject } from './complete-source.ts'
import { splitCoordinated } from './coordinate.ts'
import { frameOf } from './frames.ts'
import { unpack } from './model.ts'
import { openPatient } from './patient.ts'
import { refuses } from './plain-frames.ts'
import { linkQuoting } from './quoting.ts'
import { type Candidate, type Run, tagCues, tagRoles } from './tag.ts'
import { CLASSES, type Tokens, toTokens } from './tokens.ts'
import weights from './weights.json' with { type: 'json' }

const CUE_WEIGHTS = unpack(weights.cue)
const ROLE_WEIGHTS = unpack(weights.role)
const NO_ANSWER = /\b(?:declin|refus|decline|not|n't)\w*\b.*\b(?:comment|respond|reply|answer|return|available)/i

/** Who says what: every cue of the text with its source and its content. */
export function findAttributions(
  doc: Doc,
  entities: readonly Entity[],
  _references: readonly Reference[],
): Attribution[] {
  const tokens = toTokens(doc)
  const tagged = tagRoles(tokens, tagCues(tokens, CUE_WEIGHTS), ROLE_WEIGHTS)
  const { candidates, chain } = linkQuoting(tokens, claimed(tokens, tagged))
  const made = new Map(candidates.map(candidate => [candidate, attribution(tokens, candidate)]))
  const found = [...made.values()]
  found.push(...findColons(tokens, entities, found))
  found.sort((a, b) => a.cue.spans[0]![0] - b.cue.spans[0]![0])
  nest(found)
  const places = new Map(found.map((a, place) => [a, place]))
  for (const [quoted, agency] of chain)
    Object.assign(made.get(quoted)!, { within: places.get(made.get(agency)!), rule: 'quoting' })
  return found
}

/** What the models found, mended by the rules; what claims nothing is left out. */
function claimed(t: Tokens, tagged: readonly Candidate[]): Candidate[] {
  const cues = new Set(tagged.map(({ cue }) => cue[0]))
  const isCue = (term: number) => cues.has(term)
  const complete = tagged
    .map(candidate => takeContentSubject(t, takeTrailing(t, cutNaming(t, takeRefusal(t, candidate)), isCue)))
    .filter(candidate => candidate.content.length > 0 && !isNoAnswer(t, candidate))
    .map(candidate => openPatient(t, takeApposition(t, takeNumber(t, takeSubject(t, candidate)))))
  return takeQuotations(t, splitCoordinated(t, cutTrailing(complete)))
}

function attribution(t: Tokens, { cue, head, source, content }: Candidate): Attribution {
  return {
    source: source && { spans: [wordSpan(t, completeSource(t, cue, source))] },
    cue: { spans: [wordSpan(t, cue)], class: classOf(t, cue, head) },
    content: { spans: content.map(run => contentSpan(t, run)) },
    quote: quoteOf(t, content),
    rule: frameOf(t, cue, source, content),
  }
}

/** "declined to comment": nothing is claimed. */
function isNoAnswer(t: Tokens, { cue, content }: Candidate): boolean {
  const terms = content.reduce((n, [first, last]) => n + last - first, 0)
  if (terms > 12) return false
  return NO_ANSWER.test([cue, ...content].map(run => t.doc.text.slice(...wordSpan(t, run))).join(' '))
}

function classOf(t: Tokens, [first, last]: Run, head: number): CueClass {
  const plain = refuses(t, head) ? 'deny' : CLASSES[(t.cueClass[head] || 1) - 1]!
  for (let i = first; i < last; i++)
    if (t.doc.terms[i]!.tags.has('Negative'))
      return plain === 'deny' ? 'say' : plain === 'say' || plain === 'believe' ? 'deny' : plain
  return plain
}

const wordSpan = (t: Tokens, [first, last]: Run): Span => [t.doc.terms[first]!.start, t.doc.terms[last - 1]!.end]

/** A content that begins or ends with a quotation takes in its marks. */
function contentSpan(t: Tokens, run: Run): Span {
  const [start, end] = wordSpan(t, run)
  const opening = t.quotations[t.quote[run[0]]! - 1]
  const closing = t.quotations[t.quote[run[1] - 1]! - 1]
  const opens = opening !== undefined && t.quote[run[0] - 1] !== t.quote[run[0]]
  const closes = closing !== undefined && t.quote[run[1]] !== t.quote[run[1] - 1]
  return [opens ? opening.start : start, closes ? closing.end : end]
}

function quoteOf(t: Tokens, content: readonly Run[]): QuoteKind {
  let quoted = 0
  let terms = 0
  for (const [first, last] of content) {
    terms += last - first
    for (let i = first; i < last; i++) if (t.quote[i]) quoted++
  }
  return quoted === 0 ? 'indirect' : quoted === terms ? 'direct' : 'mixed'
}

/** Sets `within`: the attribution with the shortest content that holds another's cue. */
function nest(found: Attribution[]): void {
  const ranges = found
    .flatMap((a, index) => a.content.spans.map(([start, end]) => ({ start, end, index })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const byCue = found.map((a, index) => ({ at: a.cue.spans[0]![0], index })).sort((a, b) => a.at - b.at)
  const open: typeof ranges = []
  let next = 0
  for (const { at, index } of byCue) {
    while (next < ranges.length && ranges[next]!.start <= at) open.push(ranges[next++]!)
    while (open.length > 0 && open.at(-1)!.end <= at) open.pop()
    for (let k = open.length - 1; k >= 0; k--) {
      const holder = open[k]!
      if (holder.end <= at || holder.index === index) continue
      found[index]!.within = holder.index
      break
    }
  }
}
