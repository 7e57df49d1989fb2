import roles from '../../lexicon/roles.json' with { type: 'json' }
import type { Reference } from '../../types.ts'
import type { Index } from '../4-find-roles.ts'
import { type Group, nameKey } from '../name.ts'
import { isRole } from '../roles/role-phrase.ts'
import type { Context } from '../tagger/context.ts'
import { LISTS } from '../tagger/gazetteer.ts'

/** A role, and by what other word one may speak of it. */
const synonyms = new Map(Object.entries(roles.synonyms).map(([role, other]) => [role, [role, other]]))

/** "the ministry", "the ombudsman": what was named before with that word in its name or role, if only one was. */
export function shortForms(context: Context, groups: readonly Group[], { nameAt }: Index): Reference[] {
  const { words, doc, phrasePlace, lists } = context
  const opening = new Map<number, Group>()
  for (const group of groups) opening.set(group.names[0]!.first, group)
  const heads = new Map<string, Set<Group>>()
  const found: Reference[] = []
  for (let i = 0; i < words.length; i++) {
    const opened = opening.get(i)
    if (opened) for (const head of headsOf(opened)) heads.set(head, (heads.get(head) ?? new Set()).add(opened))
    if (words[i]!.lower !== 'the' || nameAt.has(i) || nameAt.has(i + 1)) continue
    const last = endOfHead(context, i + 1)
    if (last === 0 || nameAt.has(last) || nameAt.has(last - 1)) continue
    const next = words[last]
    const sentence = doc.terms[i]!.sentence
    const goesOn =
      next && doc.terms[last]!.sentence === sentence && (next.lower === 'of' || doc.terms[last]!.pre === '-')
    if (goesOn || doc.terms[last - 1]!.sentence !== sentence) continue
    const fits = heads.get(keyOf(context, i + 1, last))
    if (fits?.size !== 1) continue
    const start = doc.terms[i]!.start
    const end = doc.terms[last - 1]!.start + words[last - 1]!.text.length
    found.push({ start, end, text: doc.text.slice(start, end), entity: [...fits][0]!.entity.id, rule: 'short-form' })
    i = last - 1
  }
  return found

  function endOfHead(of: Context, from: number): number {
    if (from >= words.length || !/^\s$/.test(doc.terms[from]!.pre)) return 0
    let last = from
    while (last < words.length && last - from < 4 && phrasePlace[last] !== 2 && phrasePlace[last] !== 3) last++
    if (last >= words.length || last - from >= 4) return 0
    return (lists[last]! & LISTS.organizationHead) !== 0 || isRole(of, last) ? last + 1 : 0
  }
}

const keyOf = ({ words }: Context, first: number, last: number) =>
  words
    .slice(first, last)
    .map(word => word.lower)
    .join(' ')

/** By what words one may speak of it again: of a person the role and its last word, of an organization its last and first word. */
function headsOf({ entity }: Group): string[] {
  if (entity.type === 'place') return []
  if (entity.type === 'person') {
    const words = entity.role ? nameKey(entity.role).split(' ') : []
    return words.map((_, i) => words.slice(i).join(' ')).flatMap(head => synonyms.get(head) ?? head)
  }
  const words = nameKey(entity.name).split(' ')
  return words.length > 1 ? [words[0]!, words.at(-1)!, words.slice(-2).join(' ')] : []
}
