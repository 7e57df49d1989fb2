import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { covered, insert } from './covered.ts'

/** Kinds of bodies; "World of" and "Week of" begin other things. */
const HEADS = new Set(
  'ministry|department|committee|commission|council|bank|university|institute|academy|federation|union|association|organisation|organization|society|court|parliament|congress|assembly|agency|authority|bureau|board|chamber|centre|center|government|embassy|secretariat|directorate|front|party|league|office|army|movement'.split(
    '|',
  ),
)
const OF = new Set(['of', 'for'])
const LINKS = new Set(['of', 'for', 'and', 'the'])
const MOST_WORDS = 10

/** "the Ministry of Foreign Affairs of Azerbaijan": a capitalised kind of body with its "of", where the tagger passed over the body. */
export function findBodies(context: Context, names: readonly Name[]): Name[] {
  const { words, doc, headline } = context
  const taken = covered(context, names)
  const found: Name[] = []
  for (let i = 0; i + 2 < words.length; i++) {
    const head = words[i]!.upper && !taken[i] && HEADS.has(words[i]!.lower)
    if (!head || !OF.has(words[i + 1]!.lower) || headline[doc.terms[i]!.sentence]) continue
    const last = endOfBody(context, i)
    if (last > i + 2) found.push({ first: i, last, type: 'organization', rule: 'body-of' })
  }
  return insert(names, found)
}

/** After the last capitalised word that spaces and linking words tie to the head. */
function endOfBody({ words, doc }: Context, first: number): number {
  const { sentence } = doc.terms[first]!
  let last = first + 1
  for (let i = first + 1; i < first + MOST_WORDS && doc.terms[i]?.sentence === sentence; i++) {
    if (!/^[ -]$/.test(doc.terms[i]!.pre)) break
    if (words[i]!.upper) last = i + 1
    else if (!LINKS.has(words[i]!.lower)) break
    if (doc.terms[i]!.text.length > words[i]!.text.length) break
  }
  return last
}
