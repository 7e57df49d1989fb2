import type { Index, Role } from '../4-find-roles.ts'
import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { affiliationBefore, beginOfRole, isRole, phrase } from './role-phrase.ts'

/** As far after the name as the role may begin, in words: "X, the long-serving head of …". */
const REACH = 9
const OF = new Set(['of', 'for', 'to', 'at', 'in', 'with', 'from'])

/** "Hikmet Hajiyev, a foreign policy advisor to Azerbaijan’s President"; "X, who is the head of Y". */
export function roleAfter(context: Context, { last }: Name, index: Index): Role | undefined {
  const { doc, words } = context
  const sentence = doc.sentences[doc.terms[last - 1]!.sentence]!
  if (last >= sentence.last || !/^,\s$/.test(doc.terms[last]!.pre)) return undefined
  const end = Math.min(sentence.last, last + REACH)
  for (let i = last; i < end; i++) {
    if (i > last && /[,;:.()]/.test(doc.terms[i]!.pre)) return undefined
    if (!isRole(context, i) || index.nameAt.get(i)?.group.entity.type === 'person') continue
    // In "a foreign policy advisor" the last of several role words is the role.
    let close = i + 1
    while (close < end && isRole(context, close) && doc.terms[close]!.pre === ' ') close++
    const begin = Math.max(last, beginOfRole(context, close, index))
    const affiliation = close < end && OF.has(words[close]!.lower) ? affiliationAfter(context, close, index) : undefined
    return { role: phrase(context, begin, close), affiliation: affiliation ?? affiliationBefore(context, begin, index) }
  }
  return undefined
}

function affiliationAfter({ doc }: Context, at: number, { nameAt }: Index): string | undefined {
  for (let i = at + 1; i < at + 4 && doc.terms[i]?.sentence === doc.terms[at]!.sentence; i++) {
    const entity = nameAt.get(i)?.group.entity
    if (entity) return entity.type === 'person' ? undefined : entity.name
    if (/[,;:.]/.test(doc.terms[i]!.post)) return undefined
  }
  return undefined
}
