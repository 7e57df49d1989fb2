import type { Doc } from '../text/doc.ts'
import type { TopicHit } from '../topics/find-topics.ts'
import type { Attribution, Span } from '../types.ts'
import { isVerb } from './main-verb.ts'
import { sentenceAt, termsIn } from './positions.ts'
import { speaks } from './speaks.ts'

/** Which attribution tells which topic, and the hits that the outlet tells itself. */
export interface Tellers {
  /** By attribution. */
  told: readonly (readonly TopicHit[])[]
  untold: readonly TopicHit[]
}

const REFERS = /^(?:it|they|them|this|these|those|that)$/
const ABOUT = /^(?:about|on|regarding|concerning|of|to)$/
const ASKED = /^(?:asked|speaking|commenting|referring|turning|pressed|questioned)$/

/**
 * A hit belongs to the innermost attribution whose content holds it; or else to one that has it between cue and content
 * ("called the talks “useful”") or in its cue ("ruled out talks on"), or whose content refers back to it ("asked about the talks, he said they …").
 */
export function tellersOf(doc: Doc, attributions: readonly Attribution[], hits: readonly TopicHit[]): Tellers {
  const told: TopicHit[][] = attributions.map(() => [])
  const untold: TopicHit[] = []
  const bySentence = hits.length === 0 ? new Map<number, number[]>() : indexBySentence(doc, attributions)
  for (const hit of hits) {
    const near = bySentence.get(hit.sentence) ?? []
    const span: Span = [doc.terms[hit.first]!.start, doc.terms[hit.last - 1]!.end]
    const holders = near.filter(index => holds(attributions[index]!.content.spans, span))
    const tellers =
      holders.length > 0
        ? innermost(doc, attributions, holders)
        : near.filter(index => leansOn(doc, attributions[index]!, hit, span))
    if (tellers.length === 0) untold.push(hit)
    for (const index of tellers) told[index]!.push(hit)
  }
  return { told, untold }
}

function indexBySentence(doc: Doc, attributions: readonly Attribution[]): Map<number, number[]> {
  const found = new Map<number, number[]>()
  attributions.forEach((one, attribution) => {
    if (!speaks(doc, one)) return
    const { cue, content } = one
    const sentences = new Set<number>()
    for (const [start, end] of [...cue.spans, ...content.spans]) {
      for (let at = sentenceAt(doc, start).index; at < doc.sentences.length && doc.sentences[at]!.start < end; at++)
        sentences.add(at)
    }
    for (const sentence of sentences) {
      const listed = found.get(sentence)
      if (listed) listed.push(attribution)
      else found.set(sentence, [attribution])
    }
  })
  return found
}

function holds(spans: readonly Span[], [start, end]: Span): boolean {
  return spans.some(span => span[0] <= start && end <= span[1])
}

/** Of nested contents the inner one, unless it is a mere name ("suspended [the talks]") and the outer one states something. */
function innermost(doc: Doc, attributions: readonly Attribution[], holders: readonly number[]): number[] {
  const stating = holders.filter(index => termsIn(doc, attributions[index]!.content.spans).some(isVerb))
  const chosen = stating.length > 0 ? stating : holders
  const outer = new Set(chosen.map(index => attributions[index]!.within))
  return chosen.filter(index => !outer.has(index))
}

function leansOn(doc: Doc, { source, cue, content }: Attribution, hit: TopicHit, [start, end]: Span): boolean {
  if (holds(cue.spans, [start, end])) return true
  if (holds(source?.spans ?? [], [start, end])) return false
  const cueEnd = cue.spans.at(-1)![1]
  const contentStart = content.spans[0]![0]
  if (cueEnd <= start && end <= contentStart) return sentenceAt(doc, contentStart).index === hit.sentence
  const before = doc.terms.slice(Math.max(doc.sentences[hit.sentence]!.first, hit.first - 5), hit.first)
  if (!before.some(term => ABOUT.test(term.normal)) || !before.some(term => ASKED.test(term.normal))) return false
  return termsIn(doc, content.spans)
    .slice(0, 4)
    .some(term => REFERS.test(term.normal))
}
