import type { Doc } from '../text/doc.ts'
import type { TopicHit } from '../topics/find-topics.ts'
import type { Attribution, Span } from '../types.ts'
import { mainVerb } from './main-verb.ts'
import { sentenceAt, termsIn } from './positions.ts'
import { speaks } from './speaks.ts'

/** Which attribution tells which topic, and the hits that the outlet tells itself. */
export interface Tellers {
  /** By attribution. */
  told: readonly (readonly TopicHit[])[]
  untold: readonly TopicHit[]
}

/** In characters: about a sentence. */
const PLACE = 250
/** What may stand between "called" and "talks": "said after the talks" is none of their telling. */
const OBJECT = /^\s*(?:(?:the|these|those|this|its|their)\s+)?$/i
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
  const byPlace = hits.length === 0 ? new Map<number, number[]>() : indexByPlace(doc, attributions)
  for (const hit of hits) {
    const span: Span = [doc.terms[hit.first]!.start, doc.terms[hit.last - 1]!.end]
    const place = Math.floor(span[0] / PLACE)
    const near = [...new Set([place - 1, place, place + 1].flatMap(at => byPlace.get(at) ?? []))]
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

/** Attributions by the places, `PLACE` characters each, that their cue and content reach into. */
function indexByPlace(doc: Doc, attributions: readonly Attribution[]): Map<number, number[]> {
  const found = new Map<number, number[]>()
  attributions.forEach((attribution, index) => {
    if (!speaks(doc, attribution)) return
    for (const [start, end] of [...attribution.cue.spans, ...attribution.content.spans]) {
      for (let place = Math.floor(start / PLACE); place * PLACE < end; place++) {
        const listed = found.get(place)
        if (listed) listed.push(index)
        else found.set(place, [index])
      }
    }
  })
  return found
}

function holds(spans: readonly Span[], [start, end]: Span): boolean {
  return spans.some(span => span[0] <= start && end <= span[1])
}

/** Of nested contents the inner one, unless it is a name or a deed ("agreed [to open a road]") and the outer one states something. */
function innermost(doc: Doc, attributions: readonly Attribution[], holders: readonly number[]): number[] {
  const stating = holders.filter(index => {
    const terms = termsIn(doc, attributions[index]!.content.spans)
    return terms[0]?.normal !== 'to' && mainVerb(terms).group.length > 0
  })
  const chosen = stating.length > 0 ? stating : holders
  const outer = new Set(chosen.map(index => attributions[index]!.within))
  return chosen.filter(index => !outer.has(index))
}

function leansOn(doc: Doc, { source, cue, content }: Attribution, hit: TopicHit, [start, end]: Span): boolean {
  if (holds(cue.spans, [start, end])) return true
  if (holds(source?.spans ?? [], [start, end])) return false
  const contentStart = content.spans[0]![0]
  if (sentenceAt(doc, contentStart).index !== hit.sentence) return false
  const cueEnd = cue.spans.at(-1)![1]
  if (cueEnd <= start && end <= contentStart) return OBJECT.test(doc.text.slice(cueEnd, start))
  const before = doc.terms.slice(Math.max(doc.sentences[hit.sentence]!.first, hit.first - 5), hit.first)
  if (!before.some(term => ABOUT.test(term.normal)) || !before.some(term => ASKED.test(term.normal))) return false
  const opening = termsIn(doc, content.spans).slice(0, 4)
  return opening.some(term => REFERS.test(term.normal))
}
