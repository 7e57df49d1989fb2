import type { Atom } from '../atoms.ts'
import type { Quantity } from '../numbers/quantity.ts'
import { type Counted, countedBy } from './counted.ts'
import { type Measure, measure, measureAfterAdjective } from './measure.ts'
import { type Hedge, hedgeAfter, hedgeBefore } from './qualify.ts'

/** A quantity with all that was read around it. */
export interface Reading {
  quantity: Quantity
  unit: Measure | undefined
  hedge: Hedge
  counted: Counted | undefined
}

/** Reads what stands around a quantity, never left of atom `floor`, where the figure before it ends. */
export function readAround(atoms: readonly Atom[], quantity: Quantity, floor: number): Reading {
  const plus = hedgeAfter(atoms, quantity.to)
  const inner = plus ? { ...quantity, to: plus.to } : quantity
  const unit = measure(atoms, inner) ?? measureAfterAdjective(atoms, inner)
  const hedge = hedgeBefore(atoms, quantity, unit, floor)
  const counted = countedBy(atoms, inner, unit, hedge)
  const qualifier = plus && /^(?:exact|about)$/.test(hedge.qualifier) ? plus.qualifier : hedge.qualifier
  return { quantity: inner, unit, hedge: { ...hedge, qualifier }, counted }
}
