import type { Index, Role } from '../4-find-roles.ts'
import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { affiliationBefore, beginOfRole, isRole, phrase } from './role-phrase.ts'

/** "Armenia’s Prime Minister Nikol Pashinyan", "Foreign Office Minister, Tobias Ellwood". */
export function roleBefore(context: Context, { first }: Name, index: Index): Role | undefined {
  const { doc } = context
  const last = first
  if (last === 0 || doc.terms[last - 1]!.sentence !== doc.terms[first]!.sentence || index.nameAt.has(last - 1))
    return undefined
  const gap = doc.terms[first]!.pre
  const title = gap === ' ' || gap === '. ' || (gap === ', ' && context.words[last - 1]!.upper)
  if (!title || !isRole(context, last - 1)) return undefined
  const begin = beginOfRole(context, last, index)
  const role = phrase(context, begin, last)
  if (/^(?:mr|mrs|ms|miss)$/i.test(role)) return undefined
  return { role, affiliation: affiliationBefore(context, begin, index) }
}
