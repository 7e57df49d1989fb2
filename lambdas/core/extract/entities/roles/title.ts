import type { Index } from '../4-find-roles.ts'
import type { Context } from '../tagger/context.ts'
import { LISTS } from '../tagger/gazetteer.ts'

export interface Title {
  /** Past its last term. */
  last: number
  /** In lower case, without what it is for: "foreign secretary", "minister". */
  role: string
}

const FIELD = new Set(['for', 'of'])

/** The title that begins at term `i` in capitals and stands for a name: "the Prime Minister said", not "Prime Minister Abadi". */
export function titleAt(context: Context, i: number, nameAt: Index['nameAt']): Title | undefined {
  const { words, lists, phrasePlace, doc, headline } = context
  const { sentence } = doc.terms[i]!
  if (!words[i]!.upper || !(lists[i]! & LISTS.role) || headline[sentence] === 2 || phrasePlace[i]! % 3 !== 0)
    return undefined
  let end = i + 1
  while (phrasePlace[end - 1]! < 2 && end < words.length) end++
  for (let k = i; k < end; k++) if (nameAt.has(k) || (!words[k]!.upper && words[k]!.lower !== 'of')) return undefined
  const last = endOfField(context, end, nameAt)
  const before = i > doc.sentences[sentence]!.first ? words[i - 1]! : undefined
  const known = end - i > 1 || last > end || before?.lower === 'the'
  if (!known || (before?.upper && before.lower !== 'the' && !nameAt.has(i - 1))) return undefined
  if (last === end && goesOn(context, end)) return undefined
  return {
    last,
    role: words
      .slice(i, end)
      .map(word => word.lower)
      .join(' '),
  }
}

/** "for the Middle East", "of Defence"; who holds it may follow without a comma. */
function endOfField({ words, doc, runLast }: Context, end: number, nameAt: Index['nameAt']): number {
  const { sentence } = doc.terms[end - 1]!
  if (!FIELD.has(words[end]?.lower ?? '') || doc.terms[end]!.pre !== ' ') return end
  const first = words[end + 1]?.lower === 'the' ? end + 2 : end + 1
  if (!words[first]?.upper || doc.terms[first]!.pre !== ' ' || doc.terms[first]!.sentence !== sentence) return end
  let last = first
  while (last <= runLast[first]! && nameAt.get(last)?.name.type !== 'person') last++
  return last > first ? last : end
}

/** What a capitalised word follows is its title, or part of a longer name. */
const goesOn = ({ words, doc }: Context, end: number) =>
  words[end]?.upper === true &&
  doc.terms[end]!.sentence === doc.terms[end - 1]!.sentence &&
  /^[^,;:()]*$/.test(doc.terms[end]!.pre)
