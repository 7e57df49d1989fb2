import type { Doc } from './doc.ts'

/** "KYIV, March 12 (Reuters) - ", "ADEN, Yemen: ". */
const DATELINE = /^\p{Lu}[\p{Lu} .'’/-]+(?:, [\p{L}\d .]{1,30})?(?: ?\([^)\n]{1,30}\))? ?(?:—|–|--|:|- )\s*/u

/** "Goma – ", "Port Sudan (AFP) - ", where a text opens with it. */
const OPENING =
  /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}(?:, \p{Lu}[\p{L}\d .]{1,30})?(?: ?\([^)\n]{1,30}\))? (?:—|–|--|-) (?=["“]?\p{Lu})/u

/** The term after the dateline, where the sentence of the term `first` begins there and with one; else `first` itself. */
export function afterDateline({ text, terms, sentences }: Doc, first: number): number {
  const { sentence, start } = terms[first]!
  const isCapital = /^\p{Lu}{2}/u.test(terms[first]!.text)
  if (sentences[sentence]!.first !== first || (!isCapital && first !== 0)) return first
  const length = (isCapital ? DATELINE : OPENING).exec(text.slice(start, start + 120))?.[0].length
  if (length === undefined) return first
  let after = first
  while (after < sentences[sentence]!.last && terms[after]!.start < start + length) after++
  return after
}
