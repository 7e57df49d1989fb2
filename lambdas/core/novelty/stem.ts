import irregular from './lexicon/irregular.json' with { type: 'json' }

const BASE = new Map(
  Object.entries(irregular as Record<string, string>).flatMap(([base, forms]) =>
    forms.split(' ').map(form => [form, base] as const),
  ),
)
const VOWEL = /[aeiouy]/
const DOUBLE = /([^aeiouylsz])\1$/
const SHORT = /^[^aeiou]*[aeiouy][^aeiouwxy]$/
/** The number of vowel-consonant sequences: Porter's measure m. */
const measure = (stem: string) => stem.match(/[aeiouy]+[^aeiouy]+/g)?.length ?? 0

type Rule = readonly [suffix: string, put: string]
const STEP_2: readonly Rule[] = [
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['isation', 'ize'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['entli', 'ent'],
  ['ousli', 'ous'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['ise', 'ize'],
  ['izer', 'ize'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['alli', 'al'],
  ['ator', 'ate'],
  ['bli', 'ble'],
  ['eli', 'e'],
  ['li', ''],
]
const STEP_3: readonly Rule[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
]
const STEP_4 = [
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'ion',
  'al',
  'er',
  'ic',
  'ou',
]

/**
 * The stem of a lower-case English word, irregular forms first ("shot" → "shoot").
 * Source: M. F. Porter, "An algorithm for suffix stripping", 1980; British "-ise" joins "-ize".
 */
export function stem(word: string): string {
  const base = BASE.get(word)
  if (base !== undefined) word = base
  if (word.length < 4 || word.length > 30) return word
  word = verbal(plural(word))
  if (word.endsWith('y') && VOWEL.test(word.slice(0, -1))) word = `${word.slice(0, -1)}i`
  word = replaceFirst(word, STEP_2)
  word = replaceFirst(word, STEP_3)
  return final(derived(word))
}

function plural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (word.endsWith('ies')) return `${word.slice(0, -3)}${word.length > 4 ? 'i' : 'ie'}`
  return word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') && !word.endsWith('is')
    ? word.slice(0, -1)
    : word
}

function verbal(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const cut = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0
  const root = word.slice(0, word.length - cut)
  if (cut === 0 || !VOWEL.test(root) || root.length < 2) return word
  if (/(?:at|bl|iz|is)$/.test(root)) return `${root}e`
  if (DOUBLE.test(root)) return root.slice(0, -1)
  return measure(root) === 1 && SHORT.test(root) ? `${root}e` : root
}

function replaceFirst(word: string, rules: readonly Rule[]): string {
  for (const [suffix, put] of rules) {
    if (!word.endsWith(suffix)) continue
    const root = word.slice(0, -suffix.length)
    return measure(root) > 0 ? root + put : word
  }
  return word
}

function derived(word: string): string {
  for (const suffix of STEP_4) {
    if (!word.endsWith(suffix)) continue
    const root = word.slice(0, -suffix.length)
    return measure(root) > 1 && (suffix !== 'ion' || /[st]$/.test(root)) ? root : word
  }
  return word
}

function final(word: string): string {
  if (word.endsWith('ll') && measure(word.slice(0, -1)) > 1) return word.slice(0, -1)
  if (!word.endsWith('e')) return word
  const root = word.slice(0, -1)
  const m = measure(root)
  return m > 1 || (m === 1 && !SHORT.test(root)) ? root : word
}
