import { effortOf } from './effort.ts'
import type { Step } from './phrase.ts'

/** A place of a phrase that is in each of its matches and begins with a known word: phrases are looked up by it. */
export interface Anchor {
  words: ReadonlySet<string>
  /** How many words may stand before it in a match. */
  before: { min: number; max: number }
  /** How many steps it may take, at worst, to try the phrase around one such word. */
  effort: number
}

export function isAnchor(step: Step): boolean {
  if (step.kind === 'gap' || step.kind === 'tag' || step.optional) return false
  return step.kind === 'word' || step.options.every(option => isAnchor(option[0]!))
}

const COMMON = new Set(
  'a all an any by for from in is its no not of on the their this that those to was with'.split(' '),
)

/** The first anchor of a phrase that has one; rather one that few sentences hold: "the road" is looked up by "road". */
export function anchorOf(steps: readonly Step[]): Anchor {
  const rare = steps.findIndex(step => isAnchor(step) && ![...firstWords(step)].some(word => COMMON.has(word)))
  const at = rare === -1 ? steps.findIndex(isAnchor) : rare
  const before = width(steps.slice(0, at))
  return { words: firstWords(steps[at]!), before, effort: (before.max - before.min + 1) * effortOf(steps) }
}

function firstWords(step: Step): Set<string> {
  if (step.kind === 'word') return new Set(step.forms)
  return step.kind === 'list' ? new Set(step.options.flatMap(option => [...firstWords(option[0]!)])) : new Set()
}

function width(steps: readonly Step[]): { min: number; max: number } {
  let min = 0
  let max = 0
  for (const step of steps) {
    const widths = step.kind === 'list' ? step.options.map(width) : [step.kind === 'gap' ? step : { min: 1, max: 1 }]
    if (step.kind === 'gap' || !step.optional) min += Math.min(...widths.map(w => w.min))
    max += Math.max(...widths.map(w => w.max))
  }
  return { min, max }
}
