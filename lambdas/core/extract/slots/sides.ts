import { bare, CAPITALS, LEADING, SIDES } from '../../novelty/sides.ts'
import type { Term } from '../text/doc.ts'

/** Before one of these a capital is a place; elsewhere it stands for its government ("Baku agreed", "talks with Baku"). */
const PLACING = new Set([
  'of',
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

/** The comparable form of the name at `at` and the place after it: "Armenian" → "Armenia", "Baku agreed" → "Azerbaijan". */
export function nameKey(terms: readonly Term[], at: number, to: number): [key: string, last: number] {
  const key = bare(terms[at]!.text)
  const before = terms[at - 1]?.normal ?? ''
  const placed = PLACING.has(before) || (before === 'the' && PLACING.has(terms[at - 2]?.normal ?? ''))
  if (LEADING.has(key) && at + 1 < to) {
    const two = side(`${key} ${bare(terms[at + 1]!.text)}`, placed)
    if (two) return [named(two), at + 2]
  }
  const one = key === 'us' && terms[at]!.text !== 'US' ? null : (side(key, placed) ?? backer(key))
  return [named(one ?? key.replaceAll("'", '')), at + 1]
}

/** "Russian-brokered", "US-backed". */
const backer = (key: string) => (key.includes('-') ? (SIDES.get(bare(key.slice(0, key.indexOf('-')))) ?? null) : null)
const side = (key: string, placed: boolean) => SIDES.get(key) ?? (placed ? null : CAPITALS.get(key)) ?? null
/** A capital first letter marks a name among the words of a proposition. */
const named = (key: string) => key.replaceAll(' ', '_').replace(/^\P{L}*./u, first => first.toUpperCase())
