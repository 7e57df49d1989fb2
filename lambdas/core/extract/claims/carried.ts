import { afterDateline } from '../text/dateline.ts'
import type { Doc } from '../text/doc.ts'
import type { TopicHit } from '../topics/find-topics.ts'
import type { Attribution } from '../types.ts'
import { sentenceAt, termsIn } from './positions.ts'

const PRONOUN = /^(?:it|they)$/
/** In terms: "A first aid convoy" is what the sentence is about. */
const SUBJECT = 4

/** The topics that a content carries on: "It brought 70 tonnes", after a sentence about an aid convoy. */
export function carriedOn(doc: Doc, { content }: Attribution, hits: readonly TopicHit[]): TopicHit[] {
  const opening = termsIn(doc, content.spans.slice(0, 1))[0]
  const sentence = sentenceAt(doc, content.spans[0]![0])
  const before = doc.sentences[sentence.index - 1]
  if (!before || opening?.index !== sentence.first || !PRONOUN.test(opening.normal)) return []
  const subject = afterDateline(doc, before.first) + SUBJECT
  return hits.filter(hit => hit.sentence === before.index && hit.first < subject)
}
