import { TOTALS } from '../../lexicon/figures-kinds.ts'
import { AFTER, BEFORE, BEFORE_ENDINGS, ENCLOSURES } from '../../lexicon/figures-qualifiers.ts'
import type { Qualifier } from '../../types.ts'
import { type Atom, isHyphen, lower } from '../atoms.ts'
import type { Quantity } from '../numbers/quantity.ts'
import type { Measure } from './measure.ts'

export interface Hedge {
  qualifier: Qualifier
  /** The first atom of the hedge, or of the quantity where it stands bare. */
  from: number
}
const PLACES = new Set(['over', 'above', 'under', 'below', 'beyond', 'around', 'about', 'near'])
const TOPICS =
  /^(?:talk|talked|talking|talks|speak|spoke|think|thinking|know|worried|concerned|concerns|questions|ask|asked|learn|information|write|wrote|say|says|said|joke|lied)$/

/** The hedge before a quantity, the strongest of several: "at least some 200" is at least. Never left of atom `floor`. */
export function hedgeBefore(
  atoms: readonly Atom[],
  quantity: Quantity,
  unit: Measure | undefined,
  floor: number,
): Hedge {
  let from = quantity.from
  let qualifier: Qualifier = 'exact'
  for (let turn = 0; turn < 2; turn++) {
    const found = phraseBefore(atoms, from, floor)
    if (!found || (turn === 0 && isPlace(atoms, found.from, quantity, unit))) break
    from = found.from
    if (qualifier === 'exact' || qualifier === 'about') qualifier = found.qualifier
  }
  const estimated = atoms[from - 1]?.lower === 'at' && atoms[from - 2]?.lower === 'estimated'
  if (qualifier === 'exact' && estimated) qualifier = 'about'
  return { qualifier, from }
}

function phraseBefore(atoms: readonly Atom[], at: number, floor: number): Hedge | undefined {
  if (!BEFORE_ENDINGS.has(atoms[at - 1]?.lower ?? '')) return undefined
  for (let length = Math.min(4, at - floor); length > 0; length--) {
    const from = at - length
    const words = atoms.slice(from, at).map(atom => atom.lower)
    const qualifier = BEFORE.get(words.join(' '))
    if (!qualifier || isUpwards(atoms, from)) continue
    return { qualifier, from }
  }
  return undefined
}

/** "revised the toll up to 170", "went up to 170": it says where the count now stands. */
const isUpwards = (atoms: readonly Atom[], at: number): boolean =>
  atoms[at]!.lower === 'up' &&
  (TOTALS.has(lower(atoms, at - 1)) || /^(?:went|goes|gone|going)$/.test(lower(atoms, at - 1)))

/** A preposition of place, time or topic: "a dispute over two islands", "held over three days", "talked about two plans". */
function isPlace(atoms: readonly Atom[], from: number, quantity: Quantity, unit: Measure | undefined): boolean {
  const word = atoms[from]!.lower
  if (!PLACES.has(word) || atoms[from + 1]?.index !== quantity.from) return false
  const before = atoms[from - 1]?.lower ?? ''
  if (word === 'about') return TOPICS.test(before)
  if (word === 'over' && /^(?:hand|turn|t[ao]k|flew|fly|flown|g[ai]ve|cross)/.test(before)) return true
  if (word === 'around') return ENCLOSURES.has(before)
  if (unit?.kind === 'duration')
    return unit.unit !== 'year' && !/^(?:for|of|just|well|after|lasted|lasting|took|taken|the|a)$/.test(before)
  return !unit && quantity.shape === 'words' && quantity.value < 10
}

/** The hedge after a quantity, its unit or its noun: "or more", "or so", "+", "-plus", "-odd". */
export function hedgeAfter(atoms: readonly Atom[], at: number): { qualifier: Qualifier; to: number } | undefined {
  const first = atoms[at]
  if (!first) return undefined
  if (isHyphen(atoms, at)) {
    const word = atoms[at + 1]!.lower
    return word === 'plus' || word === 'odd' ? { qualifier: AFTER.get(word)!, to: at + 2 } : undefined
  }
  if (first.text === '+')
    return first.glued && !atoms[at + 1]?.glued ? { qualifier: AFTER.get('+')!, to: at + 1 } : undefined
  const phrase = AFTER.get(`${first.lower} ${atoms[at + 1]?.lower ?? ''}`)
  return phrase && { qualifier: phrase, to: at + 2 }
}
