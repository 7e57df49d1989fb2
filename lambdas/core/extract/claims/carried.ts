import { afterDateline } from '../text/dateline.ts'
import type { Doc } from '../text/doc.ts'
import type { TopicHit } from '../topics/find-topics.ts'
import type { Attribution } from '../types.ts'
import { sentenceAt, termsIn } from './positions.ts'

const PRONOUN = /^(?:it|they)$/
const EVENT =
  /^(?:the|this|that|such|their|its) (?:decision|move|announcement|refusal|boycott|withdrawal|suspension|walkout|step|claims?|charges?|accusations?|allegations?|remarks|comments)$/
/** In terms: "A first aid convoy" is what the sentence is about. */
const SUBJECT = 4

/**
 * The topics that a content carries on: "It brought 70 tonnes", after a sentence about an aid convoy; "called the decision a
 * mistake", after one about a walkout from talks.
 */
export function carriedOn(doc: Doc, { content }: Attribution, hits: readonly TopicHit[]): TopicHit[] {
  const [opening, next] = termsIn(doc, content.spans.slice(0, 1))
  const sentence = sentenceAt(doc, content.spans[0]![0])
  const before = doc.sentences[sentence.index - 1]
  if (!before || !opening) return []
  if (EVENT.test(`${opening.normal} ${next?.normal}`)) return hits.filter(hit => hit.sentence === before.index)
  if (opening.index !== sentence.first || !PRONOUN.test(opening.normal)) return []
  const subject = afterDateline(doc, before.first) + SUBJECT
  return hits.filter(hit => hit.sentence === before.index && hit.first < subject)
}
