import { GAP } from './gaps.ts'
import type { Candidate, Run } from './tag.ts'
import type { Tokens } from './tokens.ts'

const QUOTING = new Set(['quoting', 'citing'])
const FURTHEST = 2
const POSSESSIVE = /^(?:its|his|her|their|our|my)$/

/** Of each candidate, the place of the one through whom it came. */
export type Chain = Map<Candidate, Candidate>

/**
 * "Interfax reported, quoting the ministry, that two died": the agency and the ministry say the same, the ministry through the agency.
 * Returns the candidates with both contents set, and who came through whom.
 */
export function linkQuoting(t: Tokens, candidates: readonly Candidate[]): { candidates: Candidate[]; chain: Chain } {
  const chain: Chain = new Map()
  const linked = [...candidates]
  const dropped = new Set<Candidate>()
  for (let k = 1; k < linked.length; k++) {
    const agency = linked[k - 1]!
    const quoted = linked[k]!
    const [first, last] = quoted.cue
    if (last - first !== 1 || !QUOTING.has(t.doc.terms[first]!.normal)) continue
    if (first - agency.cue[1] > FURTHEST || !(t.gap[first]! & GAP.comma)) continue
    const source = nounsAfter(t, last)
    if (source === null) continue
    if (isOwn(t, source)) {
      dropped.add(quoted)
      continue
    }
    const told = [...quoted.content, ...agency.content].filter(([from, to]) => to <= agency.cue[0] || from >= source[1])
    const rest = [...quoted.content, ...agency.content].find(([from, to]) => from < source[1] && to > source[1])
    const content = told.length > 0 ? inOrder(told) : rest ? [[source[1], rest[1]] as Run] : []
    if (content.length === 0) continue
    linked[k - 1] = { ...agency, content }
    linked[k] = { ...quoted, source, content }
    chain.set(linked[k]!, linked[k - 1]!)
  }
  return { candidates: linked.filter(candidate => !dropped.has(candidate)), chain }
}

/** "the agency said, citing its own count": it speaks for itself. */
const isOwn = (t: Tokens, [first, last]: Run): boolean =>
  first + 1 < last && POSSESSIVE.test(t.doc.terms[first]!.normal) && t.doc.terms[first + 1]!.normal === 'own'

/** In text order; those that overlap are one. */
function inOrder(runs: readonly Run[]): Run[] {
  const found: [number, number][] = []
  for (const [from, to] of runs.toSorted((a, b) => a[0] - b[0])) {
    const last = found.at(-1)
    if (last && from < last[1]) last[1] = Math.max(last[1], to)
    else found.push([from, to])
  }
  return found
}

/** The terms up to the next comma or end. */
function nounsAfter(t: Tokens, from: number): Run | null {
  let to = from
  while (to < t.length && (to === from || !(t.gap[to]! & ~GAP.stop))) to++
  return to > from && t.groupStart[from]! >= 0 ? [from, to] : null
}
