import type { Term } from '../text/doc.ts'
import sides from './lexicon/sides.json' with { type: 'json' }

const NAMES = new Map<string, string>()
const CAPITALS = new Map<string, string>()
const LEADING = new Set<string>()
for (const [side, { capitals, names }] of Object.entries(
  sides as Record<string, { capitals: string[]; names: string[] }>,
)) {
  for (const name of [side.replaceAll('_', ' '), ...names]) NAMES.set(name, side)
  for (const capital of capitals) CAPITALS.set(capital, side)
}
for (const name of [...NAMES.keys(), ...CAPITALS.keys()]) if (name.includes(' ')) LEADING.add(name.split(' ')[0]!)

/** Before one of these a capital is a place; elsewhere it stands for its government ("Baku agreed", "talks with Baku"). */
const PLACING = new Set([
  'in',
  'at',
  'near',
  'from',
  'to',
  'around',
  'outside',
  'into',
  'toward',
  'towards',
  'across',
  'on',
  'via',
  'through',
])

export const bare = (text: string) => text.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '').replace(/\.$/, '')

/** The side that a name stands for: "Armenian" and "Yerevan" → "armenia". Null for any other name. */
export function sideOf(name: string): string | null {
  const key = bare(name)
  return NAMES.get(key) ?? CAPITALS.get(key) ?? null
}

/** The comparable form of the name at `at` and the place after it: "Armenian" → "Armenia", "Baku agreed" → "Azerbaijan". */
export function nameKey(terms: readonly Term[], at: number, to: number): [key: string, last: number] {
  const key = bare(terms[at]!.text)
  const before = terms[at - 1]?.normal ?? ''
  const placed = PLACING.has(before) || (before === 'the' && PLACING.has(terms[at - 2]?.normal ?? ''))
  if (LEADING.has(key) && at + 1 < to) {
    const two = side(`${key} ${bare(terms[at + 1]!.text)}`, placed)
    if (two) return [named(two), at + 2]
  }
  const one = key === 'us' && terms[at]!.text !== 'US' ? null : side(key, placed)
  return [named(one ?? key), at + 1]
}

const side = (key: string, placed: boolean) => NAMES.get(key) ?? (placed ? null : CAPITALS.get(key)) ?? null
/** A capital first letter marks a name among the words of a proposition. */
const named = (key: string) => key.replaceAll(' ', '_').replace(/^\P{L}*./u, first => first.toUpperCase())
