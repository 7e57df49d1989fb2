import type { Index, Role } from '../4-find-roles.ts'
import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { affiliationBefore, beginOfRole, isRole, phrase } from './role-phrase.ts'

const DETERMINER = new Set(['the', 'its', 'their', 'his', 'her', 'our'])
const NO_ROLE = /^(?:mr|mrs|ms|miss)$/i

/** "Armenia’s Prime Minister Nikol Pashinyan", "Ukraine’s foreign minister, Dmytro Kuleba, said". */
export function roleBefore(context: Context, name: Name, index: Index): Role | undefined {
  const { doc, words } = context
  const { first, last } = name
  if (first === 0 || doc.terms[first - 1]!.sentence !== doc.terms[first]!.sentence) return undefined
  if (index.nameAt.has(first - 1) || !isRole(context, first - 1)) return undefined
  const begin = beginOfRole(context, first, index)
  const role = phrase(context, begin, first)
  const affiliation = affiliationBefore(context, begin, index)
  const gap = doc.terms[first]!.pre
  // After a comma the name must be set off by a second one, or it is the next clause: "the minister, Kuleba said".
  const setOff = /^[’'s]*[,.;:)]/.test(doc.terms[last - 1]!.post)
  const definite = affiliation !== undefined || words[first - 1]!.upper || DETERMINER.has(words[begin - 1]?.lower ?? '')
  const title = gap === ' ' || gap === '. ' || (gap === ', ' && setOff && definite)
  return title && !NO_ROLE.test(role) ? { role, affiliation } : undefined
}
