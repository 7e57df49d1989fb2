import type { Attribution, ClaimSource, Span } from '../types.ts'
import { antecedent, relativeHead, type Spoke } from './antecedent.ts'
import { isVerb } from './main-verb.ts'
import { type Positions, sentenceAt, termsIn, textOf } from './positions.ts'
import { resolveSource } from './resolve-source.ts'

/** How many speakers back "the ministry" may mean one of them. */
const REMEMBERED = 40
/** How many hands a claim may have gone through. */
const DEEPEST = 5
const SPEAKING_BODY =
  /\b(?:ministry|minister|ministry's|office|agency|army|military|police|command|department|government|council|presidency|embassy|spokes\w+|official|source)\b/i
const CITING = /^(?:citing|quoting|cites|quotes|cited|quoted)$/i

/** By attribution, who is speaking; null where the text leaves it open. */
export function speakersOf(positions: Positions, attributions: readonly Attribution[]): (ClaimSource | null)[] {
  const { doc } = positions
  const sources: (ClaimSource | null)[] = attributions.map(() => null)
  const spoke: Spoke[] = []
  for (const index of attributions.keys()) {
    const { source, cue } = attributions[index]!
    if (!source) continue
    const said = { source: speaker(positions, source.spans), sentence: sentenceAt(doc, cue.spans[0]![0]).index }
    sources[index] = antecedent(doc, said, spoke.slice(-REMEMBERED))
    spoke.push({ ...said, source: sources[index] })
  }
  for (const [index, cited] of citations(positions, attributions)) {
    const through = sources[index]
    if (through && through.name !== cited.name) sources[index] = { ...cited, chain: [brief(through)] }
  }
  return sources
}

/** "Interfax, citing the ministry, reported …": the ministry speaks. By the attribution that reports. */
function citations(positions: Positions, attributions: readonly Attribution[]): Map<number, ClaimSource> {
  const { doc } = positions
  const found = new Map<number, ClaimSource>()
  attributions.forEach(({ source: quoted, cue, content, rule }, index) => {
    const [start, end] = cue.spans[0]!
    if (!CITING.test(doc.text.slice(start, end))) return
    const sentence = sentenceAt(doc, start)
    const isBeside = (other: number) => {
      const at = attributions[other]?.cue.spans[0]?.[0] ?? -1
      return at >= sentence.start && at < sentence.end
    }
    const reports = (rule === 'quoting' ? [index - 1] : [index + 1, index - 1]).find(isBeside)
    // Here the cited one is known, and the content is what was said.
    if (rule === 'quoting' && quoted) {
      if (reports !== undefined) found.set(reports, resolveSource(positions, quoted.spans))
      return
    }
    const cited = termsIn(doc, content.spans)
    const stop = cited.findIndex(term => isVerb(term) || term.post.includes(','))
    const last = stop === -1 ? cited.at(-1) : isVerb(cited[stop]) ? cited[stop - 1] : cited[stop]
    if (reports === undefined || !last) return
    const source = resolveSource(positions, [[cited[0]!.start, last.end]])
    if (canSpeak(source)) found.set(reports, source)
  })
  return found
}

/** "citing the ministry", not "citing security concerns". */
const canSpeak = ({ entity, kind, text }: ClaimSource): boolean =>
  entity !== undefined || kind !== 'named' || SPEAKING_BODY.test(text)

function speaker(positions: Positions, spans: Span[]): ClaimSource {
  const head = relativeHead(positions.doc, spans[0]!)
  if (!head) return resolveSource(positions, spans)
  return { ...resolveSource(positions, [head]), spans, text: textOf(positions.doc.text, spans) }
}

/** Those through whom a claim came, nearest the outlet first: the sources of the attributions that hold this one. */
export function withChain(
  attributions: readonly Attribution[],
  sources: readonly (ClaimSource | null)[],
  index: number,
): ClaimSource | null {
  const source = sources[index]!
  const chain: { name: string; entity?: string }[] = []
  const seen = new Set([index])
  let at = attributions[index]!.within
  while (at !== undefined && !seen.has(at) && seen.size <= DEEPEST) {
    seen.add(at)
    const through = sources[at]
    if (through) chain.unshift(brief(through))
    at = attributions[at]!.within
  }
  if (!source || chain.length === 0) return source
  const direct = source.chain ?? []
  return { ...source, chain: [...chain.filter(({ name }) => direct.every(one => one.name !== name)), ...direct] }
}

/** A speaker as figures and chains keep it. */
export function brief({ name, entity }: ClaimSource): { name: string; entity?: string } {
  return entity === undefined ? { name } : { name, entity }
}
