import type { Attribution, ClaimSource, Span } from '../types.ts'
import { antecedent, relativeHead, type Spoke } from './antecedent.ts'
import { type Positions, sentenceAt, textOf } from './positions.ts'
import { resolveSource } from './resolve-source.ts'

/** How many speakers back "the ministry" may mean one of them. */
const REMEMBERED = 40

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
  return sources
}

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
  for (let at = attributions[index]!.within; at !== undefined && !seen.has(at); at = attributions[at]!.within) {
    seen.add(at)
    const through = sources[at]
    if (through) chain.unshift(brief(through))
  }
  return source && chain.length > 0 ? { ...source, chain } : source
}

/** A speaker as figures and chains keep it. */
export function brief({ name, entity }: ClaimSource): { name: string; entity?: string } {
  return entity === undefined ? { name } : { name, entity }
}
