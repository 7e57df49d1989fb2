import type { Group } from '../name.ts'
import type { Context } from '../tagger/context.ts'

export type Gender = 'he' | 'she'
const HE = new Set(
  'mr|sir|lord|king|prince|sheikh|spokesman|chairman|congressman|father|brother|husband|son|ombudsman|emir|sultan|bishop|archbishop|pope|ayatollah|imam'.split(
    '|',
  ),
)
const SHE = new Set(
  'mrs|ms|miss|lady|dame|queen|princess|spokeswoman|chairwoman|congresswoman|mother|sister|wife|daughter|ombudswoman|madam|actress'.split(
    '|',
  ),
)

/** Told by a title, the role or the first name; undefined where nothing tells. */
export function genderOf({ doc, words }: Context, { entity, names }: Group): Gender | undefined {
  for (const word of entity.role?.toLowerCase().split(/[\s-]+/) ?? []) {
    if (SHE.has(word)) return 'she'
    if (HE.has(word) && word !== 'ombudsman') return 'he'
  }
  for (const { first } of names) {
    const before = words[first - 1]?.lower ?? ''
    if (SHE.has(before)) return 'she'
    if (HE.has(before)) return 'he'
  }
  const tags = names.map(({ first, last }) => (last - first > 1 ? doc.terms[first]!.tags : undefined))
  if (tags.some(set => set?.has('FemaleName'))) return 'she'
  if (tags.some(set => set?.has('MaleName'))) return 'he'
  return undefined
}
