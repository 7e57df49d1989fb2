import { COUNTED, DONE_TO, STATES, TOTALS } from '../../lexicon/figures-kinds.ts'
import type { FigureKind } from '../../types.ts'
import { nounPhrase } from '../around/noun-phrase.ts'
import { type Atom, has } from '../atoms.ts'

/** "death toll", "the number of displaced people": its words are atoms `[from, to)`. */
export interface Total {
  from: number
  to: number
  kind: FigureKind | undefined
}

/** The toll or number that a bare figure gives: "the death toll" of "the death toll rose to 673". */
export function totalBefore(atoms: readonly Atom[], at: number): Total | undefined {
  for (let back = at - 1; back >= 0 && back > at - 10; back--) {
    if (/^[;:,]$/.test(atoms[back]!.text)) return undefined
    if (TOTALS.has(atoms[back]!.lower)) return totalAt(atoms, back, at)
  }
  return undefined
}

export function totalAt(atoms: readonly Atom[], head: number, limit: number): Total {
  const from = has(atoms[head - 1], 'Noun') && !has(atoms[head - 1], 'Pronoun', 'Possessive') ? head - 1 : head
  const of = atoms[head + 1]?.lower === 'of' ? head + 2 : head
  const found = of > head ? nounPhrase(atoms, atoms[of]?.lower === 'the' ? of + 1 : of) : undefined
  const to = found && found.to <= limit ? found.to : head + 1
  return { from, to, kind: kindOfTotal(atoms, from, head, limit) }
}

function kindOfTotal(atoms: readonly Atom[], from: number, head: number, limit: number): FigureKind | undefined {
  for (const { lower } of [...atoms.slice(from, head), ...atoms.slice(head + 1, Math.min(head + 7, limit))]) {
    const kind = COUNTED.get(lower) ?? STATES.get(lower) ?? DONE_TO.get(lower)
    if (kind) return kind
  }
  const word = atoms[head]!.lower
  return word === 'toll' ? 'killed' : word === 'population' ? 'population' : undefined
}
