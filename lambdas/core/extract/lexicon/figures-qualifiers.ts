import type { Qualifier } from '../types.ts'

const table = (rows: Partial<Record<Qualifier, string>>): [string, Qualifier][] =>
  Object.entries(rows).flatMap(([qualifier, phrases]) =>
    phrases.split(',').map((phrase): [string, Qualifier] => [phrase.trim(), qualifier as Qualifier]),
  )

/** Hedges that stand before a number, up to four words. "Nearly" is `about` as well: its value is what it nearly reaches. */
export const BEFORE: ReadonlyMap<string, Qualifier> = new Map(
  table({
    'at least':
      'at least, at the least, at the very least, no fewer than, no less than, not fewer than, not less than, a minimum of, minimum of, at a minimum',
    'at most':
      'up to, at most, no more than, not more than, as many as, as much as, a maximum of, maximum of, at the most',
    'more than':
      'more than, over, above, well over, just over, slightly over, in excess of, well in excess of, upwards of, upward of, exceeding, greater than, larger than, slightly more than, just more than, well above, north of, beyond, >, excess of',
    'less than':
      'less than, fewer than, under, below, just under, well under, slightly less than, just below, slightly under, well below, lower than, <',
    about:
      'about, around, some, roughly, approximately, approx, nearly, almost, close to, an estimated, a estimated, estimated, circa, ~, ≈, virtually, an approximate, approximate, in the region of, somewhere around, at around, at about, anywhere around, nearer to, just about, reportedly some',
  }),
)
/** The words that such a hedge ends with. */
export const BEFORE_ENDINGS = new Set([...BEFORE.keys()].map(phrase => phrase.split(' ').at(-1)!))
/** Hedges that stand after a number. */
export const AFTER: ReadonlyMap<string, Qualifier> = new Map(
  table({
    'at least': 'or more, or higher, and above, or above, and over, or over, plus, +',
    'at most': 'or less, or fewer, or under, or lower',
    about: 'or so, odd, or thereabouts',
  }),
)
/** What stands around things: after these "around" is a place, "fences around 70 beehives". */
export const ENCLOSURES = new Set(
  'fence fences fencing wall walls ring rings circle circles cordon cordons perimeter barrier barriers hedge hedges ditch ditches trench trenches moat moats net nets netting barricade barricades scaffolding'.split(
    ' ',
  ),
)
