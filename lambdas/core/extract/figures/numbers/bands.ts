import * as lexicon from '../../lexicon/figures-numbers.ts'
import type { Atom } from '../atoms.ts'
import type { NumberRead } from './number.ts'

/** "dozens", "tens of thousands", "several hundred", "a few thousand", "hundreds of thousands". */
export function readBand(atoms: readonly Atom[], at: number): NumberRead | undefined {
  const word = atoms[at]!.lower
  const some = word === 'a' && lexicon.SOME.has(atoms[at + 1]?.lower ?? '') ? 2 : lexicon.SOME.has(word) ? 1 : 0
  const next = atoms[at + some]?.lower ?? ''
  const plural = lexicon.BANDS.get(next as 'tens')
  if (plural) {
    const times =
      atoms[at + some + 1]?.lower === 'of'
        ? lexicon.BANDS.get((atoms[at + some + 2]?.lower ?? '') as 'tens')
        : undefined
    if (!times || times[0] < 2_000) return next === 'tens' ? undefined : band(at + some + 1, plural[0], plural[1])
    return band(at + some + 3, (plural[0] * times[0]) / 2, ((plural[1] + 1) * times[0]) / 2 - 1)
  }
  if (!some) return undefined
  const dozen = lexicon.DOZEN.get(next)
  if (dozen) return band(at + some + 1, 2 * dozen, 99)
  const base = lexicon.MAGNITUDES.get(next)
  if (!base) return undefined
  const times = lexicon.MAGNITUDES.get(atoms[at + some + 1]?.lower ?? '') ?? 1
  return band(at + some + (times > 1 ? 2 : 1), 2 * base * times, 10 * base * times - 1)
}

export const band = (to: number, low: number, high: number): NumberRead => ({
  to,
  value: low,
  low,
  high,
  shape: 'band',
  base: low,
  magnitude: 1,
})
