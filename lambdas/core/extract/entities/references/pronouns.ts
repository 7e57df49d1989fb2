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

const SAY = new Set(
  'said|says|added|adds|told|tells|noted|explained|continued|stressed|wrote|tweeted|insisted|warned|argued|replied'.split(
    '|',
  ),
)

interface Seen {
  group: Group
  sentence: number
  /** Named first in its sentence, before the verb, and alone: what a following "he" goes on about. */
  subject: boolean
}
type Genders = Map<Group, Gender | undefined>

/**
 * Pronouns for one person. Clear where only one person that fits was named in the nearest sentence that names any; or, where a sentence
 * begins with the pronoun or it says something, where that person was the subject of the sentence before.
 */
export function pronouns(
  context: Context,
  groups: readonly Group[],
  { nameAt }: Index,
  short: readonly Reference[],
): Reference[] {
  const { doc, words } = context
  const persons = groups.filter(({ entity }) => entity.type === 'person')
  const genders: Genders = new Map(persons.map(group => [group, genderOf(context, group)]))
  const byId = new Map(persons.map(group => [group.entity.id, group]))
  const shortAt = new Map(short.map(reference => [reference.start, byId.get(reference.entity)]))
  const found: Reference[] = []
  let seen: Seen[] = []
  for (const sentence of doc.sentences) {
    seen = seen.filter(one => sentence.index - one.sentence <= REACH)
    let fresh = true
    for (let i = sentence.first; i < sentence.last; i++) {
      const { start, tags } = doc.terms[i]!
      const { text, lower } = words[i]!
      const gender = PRONOUNS.get(lower)
      const named = nameAt.get(i)
      const continues = i === sentence.first || SAY.has(words[i + 1]?.lower ?? '')
      const meant = gender && !named ? clear(seen, sentence.index, gender, genders, continues) : undefined
      if (meant) {
        genders.set(meant, gender)
        found.push({ start, end: start + text.length, text, entity: meant.entity.id, rule: 'pronoun' })
      }
      const group = meant ?? shortAt.get(start) ?? (named?.name.first === i ? named.group : undefined)
      if (group?.entity.type === 'person') {
        if (words[i - 1]?.lower === 'and' && seen.at(-1)?.sentence === sentence.index) seen.at(-1)!.subject = false
        seen.push({ group, sentence: sentence.index, subject: fresh })
        fresh = false
      }
      if (tags.has('Verb')) fresh = false
    }
  }
  return found
}

function clear(
  seen: readonly Seen[],
  now: number,
  gender: Gender,
  genders: Genders,
  continues: boolean,
): Group | undefined {
  const fits = seen.filter(({ group }) => (genders.get(group) ?? gender) === gender)
  const nearest = fits.at(-1)?.sentence
  const here = fits.filter(one => one.sentence === nearest)
  return only(here) ?? (continues && nearest === now - 1 ? only(here.filter(one => one.subject)) : undefined)
}

const only = (list: readonly Seen[]) =>
  list.length > 0 && list.every(({ group }) => group === list[0]!.group) ? list[0]!.group : undefined
