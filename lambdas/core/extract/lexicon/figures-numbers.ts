/** Number words and what they are worth. Written by hand for this project. */
export const ONES = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const),
)
export const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, 20 + 10 * index] as const),
)
/** What multiplies the number before it. "hundred" also stands inside a number ("two hundred and six thousand"). */
export const MAGNITUDES = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
])
/** Short for a magnitude wherever it follows digits. */
export const SHORT_MAGNITUDES = new Map([
  ['bn', 1e9],
  ['bln', 1e9],
  ['mn', 1e6],
  ['mln', 1e6],
  ['tn', 1e12],
  ['trn', 1e12],
])
/** Short for a magnitude only beside money or what is counted: "50m pounds", but "ran 50m". */
export const LOOSE_MAGNITUDES = new Map([
  ['m', 1e6],
  ['k', 1e3],
  ['b', 1e9],
])
export const DOZEN = new Map([
  ['dozen', 12],
  ['score', 20],
])
/** Plurals that say no more than an order of size. */
export const BANDS = new Map([
  ['dozens', [24, 99]],
  ['scores', [40, 99]],
  ['tens', [20, 99]],
  ['hundreds', [200, 999]],
  ['thousands', [2e3, 9_999]],
  ['millions', [2e6, 9_999_999]],
  ['billions', [2e9, 9_999_999_999]],
  ['trillions', [2e12, 9_999_999_999_999]],
] as const)
/** Before a magnitude they make a band: "several hundred". */
export const SOME = new Set(['several', 'few', 'many', 'multiple'])
export const FRACTIONS = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fourth', 4],
  ['fourths', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['sixth', 6],
  ['sixths', 6],
  ['eighth', 8],
  ['eighths', 8],
  ['tenth', 10],
  ['tenths', 10],
])
export const SIGNS = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
])
/** Every word that a quantity may begin with. */
export const OPENINGS = new Set([
  ...ONES.keys(),
  ...TENS.keys(),
  ...BANDS.keys(),
  ...SOME,
  ...['a', 'half', 'dozen', 'between', 'from'],
])
