import type { Entity } from '../../types.ts'
import type { Index, Role } from '../4-find-roles.ts'
import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { affiliationBefore, beginOfRole, isRole, phrase } from './role-phrase.ts'

const DETERMINER = new Set(['the', 'its', 'their', 'his', 'her', 'our'])
const AT = new Set(['in', 'of', 'for', 'at'])
const NO_ROLE = /^(?:mr|mrs|ms|miss)$/i

/** "Armenia’s Prime Minister Nikol Pashinyan", "Ukraine’s foreign minister, Dmytro Kuleba, said". */
export function roleBefore(context: Context, name: Name, index: Index): Role | undefined {
  const { doc, words } = context
  const { first, last } = name
  if (first === 0 || doc.terms[first - 1]!.sentence !== doc.terms[first]!.sentence) return undefined
  const gap = doc.terms[first]!.pre
  // After a comma the name must be set off by a second one, or it is the next clause: "the minister, Kuleba said".
  const setOff = gap === ', ' && /^[’'s]*[,.;:)]/.test(doc.terms[last - 1]!.post)
  const held = index.nameAt.get(first - 1)
  if (held) return setOff ? roleAt(context, held.name, held.group.entity, index) : undefined
  if (!isRole(context, first - 1)) return undefined
  const begin = beginOfRole(context, first, index)
  const role = phrase(context, begin, first)
  const affiliation = affiliationBefore(context, begin, index)
  const definite = affiliation !== undefined || words[first - 1]!.upper || isDetermined(context, begin)
  const title = gap === ' ' || gap === '. ' || (setOff && definite)
  return title && !NO_ROLE.test(role) ? { role, affiliation } : undefined
}

/** "A government spokesman in Yerevan, Tigran Yeghian, said": the role stands before the place or body that it is held at. */
function roleAt(context: Context, { first }: Name, { type, name }: Entity, index: Index): Role | undefined {
  const role = first - 2
  if (type === 'person' || role < 0 || !AT.has(context.words[first - 1]!.lower) || !isRole(context, role))
    return undefined
  if (context.doc.terms[role]!.sentence !== context.doc.terms[first]!.sentence) return undefined
  return { role: phrase(context, beginOfRole(context, role + 1, index), role + 1), affiliation: name }
}

/** "the", or a possessive: "the trust’s chairman". */
function isDetermined({ words, doc }: Context, begin: number): boolean {
  const before = words[begin - 1]
  return (
    before !== undefined && (DETERMINER.has(before.lower) || doc.terms[begin - 1]!.text.length > before.text.length)
  )
}
