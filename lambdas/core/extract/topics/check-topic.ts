import type { Problem } from '../../topics/json-lines.ts'
import { readTopic } from '../../topics/read-topic.ts'
import type { Topic } from '../../topics/topic.ts'
import { parse } from '../text/parse.ts'
import { findTopics } from './find-topics.ts'

/** Checks a person's own topic file: JSON, shape, phrases, and that each example is under the topic or not, as it says. */
export function checkTopic(text: string): { topic: Topic } | { problems: Problem[] } {
  const reading = readTopic(text)
  if ('problems' in reading) return reading
  const { topic, lineOf } = reading
  const topics = [topic]
  const problems: Problem[] = []
  for (const kind of ['matches', 'ignores'] as const) {
    topic.examples[kind].forEach((example, index) => {
      if (findTopics(parse(example), topics).length > 0 === (kind === 'matches')) return
      const reason = kind === 'matches' ? 'this example is not under the topic' : 'this example is under the topic'
      problems.push({ line: lineOf(['examples', kind, index]), reason: `${reason}: ${JSON.stringify(example)}` })
    })
  }
  return problems.length > 0 ? { problems } : { topic }
}
