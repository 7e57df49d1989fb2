import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { LISTS } from '../tagger/gazetteer.ts'
import { covered, insert } from './covered.ts'

/** What newsrooms put in capitals before a colon or dash that is no town. */
const LABELS = new Set(
  'update|updated|breaking|watch|video|photo|photos|exclusive|analysis|opinion|comment|live|listen|read|note|editor|correction|factbox|explainer|timeline|interview|transcript|summary|news|world|politics|press|warning|urgent|question|answer|source|subject|date|from'.split(
    '|',
  ),
)
const MOST_WORDS = 3
const AFTER = /^(?:,? ?\(|:| [—–-]+ ?$| ?[—–] ?$)/

/** "KORINDZOR: …", "MOSCOW (AP) — …": the town that a report is sent from, in capitals at its start. */
export function findDatelines(context: Context, names: readonly Name[]): Name[] {
  const { doc, words, lists, lowered, ids } = context
  const taken = covered(context, names)
  const found: Name[] = []
  for (const { index, first, last, paragraph } of doc.sentences) {
    if (index > 0 && doc.sentences[index - 1]!.paragraph === paragraph) continue
    let end = first
    while (end < last && words[end]!.allUpper && end - first <= MOST_WORDS) end++
    if (end === first || end - first > MOST_WORDS || taken.subarray(first, end).includes(1)) continue
    const { post } = doc.terms[end - 1]!
    const town = words
      .slice(first, end)
      .every((word, k) => word.key.length > 3 && !LABELS.has(word.key) && !lowered.has(ids[first + k]!))
    const speaker = post.startsWith(':') && (index > 0 || (lists[first]! & (LISTS.surname | LISTS.firstName)) !== 0)
    if (town && AFTER.test(post) && !speaker) found.push({ first, last: end, type: 'place', rule: 'dateline' })
  }
  return insert(names, found)
}
