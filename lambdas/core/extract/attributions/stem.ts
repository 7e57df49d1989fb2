import irregular from './lexicon/irregular.json' with { type: 'json' }

const IRREGULAR = new Map(
  Object.entries(irregular).flatMap(([base, forms]) => forms.map(form => [form, base] as const)),
)
const DOUBLED = /([bdfgklmnprt])\1$/
const KEPT_DOUBLE = /(?:ll|ss|ff)$/

/** One key for all the forms of a word: said, says, saying → say; argued, argues → argu; denies, denied → deny. Not a word to show. */
export function stem(word: string): string {
  const known = IRREGULAR.get(word)
  if (known !== undefined) return bare(known)
  if (word.length < 4) return word
  if (word.endsWith('ied') || word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.endsWith('ing') && word.length > 5) return undouble(word.slice(0, -3))
  if (word.endsWith('ed') && word.length > 4) return undouble(word.slice(0, -2))
  if (word.endsWith('es') && /(?:s|x|z|ch|sh)es$/.test(word)) return bare(word.slice(0, -2))
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return bare(word.slice(0, -1))
  return bare(word)
}

function undouble(word: string): string {
  return DOUBLED.test(word) && !KEPT_DOUBLE.test(word) ? word.slice(0, -1) : bare(word)
}

function bare(word: string): string {
  return word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word
}
