import type { Reference } from '../../types.ts'
import type { Index } from '../4-find-roles.ts'
import type { Group } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { type Gender, genderOf } from './gender.ts'

const PRONOUNS = new Map<string, Gender>([
  ['he', 'he'],
  ['him', 'he'],
  ['his', 'he'],
  ['himself', 'he'],
  ['she', 'she'],
  ['her', 'she'],
  ['hers', 'she'],
  ['herself', 'she'],
])
/** Sentences back to where the person must have been named or meant. */
const REACH = 2

interface Seen {
  group: Group
  sentence: number
  /** Named first in its sentence, before the verb: what a following "he" goes on about. */
  subject: boolean
}

/** Pronouns for one person. Clear where only one person that fits is in reach, or only one of those is a sentence's subject. */
export function pronouns(
  context: Context,
  groups: readonly Group[],
  { nameAt }: Index,
  short: readonly Reference[],
): Reference[] {
  const { doc, words } = context
  const genders = new Map(
    groups.filter(({ entity }) => entity.type === 'person').map(group => [group, genderOf(context, group)]),
  )
  const byId = new Map(groups.map(group => [group.entity.id, group]))
  const shortAt = new Map(short.map(reference => [reference.start, byId.get(reference.entity)!]))
  const found: Reference[] = []
  let seen: Seen[] = []
  for (const sentence of doc.sentences) {
    seen = seen.filter(one => sentence.index - one.sentence <= REACH)
    let verb = false
    let anyone = false
    for (let i = sentence.first; i < sentence.last; i++) {
      const term = doc.terms[i]!
      const gender = PRONOUNS.get(words[i]!.lower)
      const named = nameAt.get(i)?.group ?? shortAt.get(term.start)
      const meant = gender && !named ? clear(seen, sentence.index, gender, genders) : undefined
      if (meant) genders.set(meant, gender)
      if (meant)
        found.push({
          start: term.start,
          end: term.start + words[i]!.text.length,
          text: words[i]!.text,
          entity: meant.entity.id,
          rule: 'pronoun',
        })
      const person = meant ?? (named?.entity.type === 'person' ? named : undefined)
      if (person) {
        seen.push({ group: person, sentence: sentence.index, subject: !verb && !anyone })
        anyone = true
      }
      if (term.tags.has('Verb')) verb = true
    }
  }
  return found
}

function clear(
  seen: readonly Seen[],
  sentence: number,
  gender: Gender,
  genders: ReadonlyMap<Group, Gender | undefined>,
): Group | undefined {
  const fits = seen.filter(({ group }) => (genders.get(group) ?? gender) === gender)
  const only = (list: readonly Seen[]) =>
    new Set(list.map(({ group }) => group)).size === 1 ? list[0]!.group : undefined
  for (let back = 0; back <= REACH; back++) {
    const here = fits.filter(one => one.sentence === sentence - back)
    if (here.length > 0) return only(here) ?? (back === 1 ? only(here.filter(one => one.subject)) : undefined)
  }
  return undefined
}
