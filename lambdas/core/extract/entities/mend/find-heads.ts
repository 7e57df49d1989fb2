import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { covered, insert } from './covered.ts'

/** With other capitalised words before it, the last word of an organization's name. */
const HEADS = new Set(
  'front|army|force|forces|fleet|regiment|department|party|movement|brigade|alliance|coalition|union|council|committee|commission|ministry|agency|authority|bank|university|institute|foundation|federation|association|court|parliament|congress|assembly|institution|organisation|organization|command|corps|battalion|guard|trust|society'.split(
    '|',
  ),
)
const LONGEST = 5

/** "the Northern Front": a capitalised run within a sentence that ends like an organization, where the tagger passed over it. */
export function findHeads(context: Context, names: readonly Name[]): Name[] {
  const { words, doc, headline } = context
  const taken = covered(context, names)
  const found: Name[] = []
  for (let i = 1; i < words.length; i++) {
    const { sentence } = doc.terms[i]!
    if (!words[i]!.upper || !HEADS.has(words[i]!.lower) || headline[sentence]) continue
    const first = beginOfName(context, i)
    const opens = first === doc.sentences[sentence]!.first
    const length = i + 1 - first
    if (opens || length < 2 || length > LONGEST || taken.subarray(first, i + 1).includes(1)) continue
    found.push({ first, last: i + 1, type: 'organization', rule: 'head-last' })
  }
  return insert(names, found)
}

/** The run's first word, after an article or a possessive: "The Northern Front", "Baku’s Finance Council". */
function beginOfName({ words, doc, runFirst }: Context, head: number): number {
  let first = head
  while (first > runFirst[head]!) {
    const before = first - 1
    const ends = words[before]!.lower === 'the' || doc.terms[before]!.text.length > words[before]!.text.length
    if (ends) break
    first = before
  }
  return first
}
