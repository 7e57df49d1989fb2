import type { Reference } from '../types.ts'
import { indexOf } from './4-find-roles.ts'
import type { Group } from './name.ts'
import { pronouns } from './references/pronouns.ts'
import { shortForms } from './references/short-forms.ts'
import type { Context } from './tagger/context.ts'

/** "he", "the ministry", "the prime minister", where the text leaves only one that they can stand for. In text order. */
export function resolveReferences(context: Context, groups: readonly Group[]): Reference[] {
  const index = indexOf(groups)
  const short = shortForms(context, groups, index)
  return [...short, ...pronouns(context, groups, index, short)].sort((a, b) => a.start - b.start)
}
