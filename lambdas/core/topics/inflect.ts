/** Verbs and nouns of this field whose forms no rule gives. */
const IRREGULAR: readonly (readonly string[])[] = [
  ['be', 'am', 'is', 'are', 'was', 'were', 'been', 'being'],
  ['begin', 'began', 'begun'],
  ['break', 'broke', 'broken'],
  ['bring', 'brought'],
  ['build', 'built'],
  ['child', 'children'],
  ['come', 'came'],
  ['crisis', 'crises'],
  ['cut', 'cutting'],
  ['fight', 'fought'],
  ['find', 'found'],
  ['flee', 'fled'],
  ['get', 'got', 'getting'],
  ['give', 'gave', 'given'],
  ['go', 'goes', 'went', 'gone'],
  ['have', 'has', 'had', 'having'],
  ['hold', 'held'],
  ['keep', 'kept'],
  ['lay', 'laid'],
  ['lead', 'led'],
  ['leave', 'left'],
  ['let', 'letting'],
  ['make', 'made'],
  ['man', 'men'],
  ['meet', 'met'],
  ['pay', 'paid'],
  ['say', 'said'],
  ['seek', 'sought'],
  ['send', 'sent'],
  ['set', 'setting'],
  ['shut', 'shutting'],
  ['sit', 'sat', 'sitting'],
  ['speak', 'spoke', 'spoken'],
  ['strike', 'struck', 'stricken'],
  ['take', 'took', 'taken'],
  ['withdraw', 'withdrew', 'withdrawn'],
  ['woman', 'women'],
]
const irregular = new Map(IRREGULAR.map(forms => [forms[0]!, forms]))
const DOUBLES = /^[^aeiou]*[aeiou][bdgklmnprt]$/

/** Every inflected form of a base word, itself first: "carry" gives carries, carried, carrying. May give forms that nobody writes. */
export function inflect(base: string): string[] {
  const stem = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}i` : base
  const plural = stem !== base || /(s|x|z|ch|sh)$/.test(base) ? `${stem}es` : `${base}s`
  const forms = [base, ...(irregular.get(base) ?? []), plural]
  if (base.endsWith('e')) forms.push(`${base}d`, `${base.slice(0, -1)}ing`)
  else forms.push(`${stem}ed`, `${base}ing`)
  if (DOUBLES.test(base)) forms.push(`${base}${base.at(-1)}ed`, `${base}${base.at(-1)}ing`)
  return [...new Set(forms)]
}
