import { type Located, type Problem, readJson } from './json-lines.ts'
import { MAX_TOPIC_BYTES } from './limits.ts'
import { Topic } from './topic.ts'

/** More would help nobody, and finding the line of each takes its time. */
const MOST_PROBLEMS = 20

export type TopicReading = { topic: Topic; lineOf: Located['lineOf'] } | { problems: Problem[] }

/** A person's own topic from the text of its file: JSON, shape and phrases. Its examples are not run here: that takes the parser. */
export function readTopic(text: string): TopicReading {
  const size = Buffer.byteLength(text)
  if (size > MAX_TOPIC_BYTES) {
    return { problems: [{ line: 1, reason: `the file has ${size} bytes; at most ${MAX_TOPIC_BYTES} are read` }] }
  }
  const json = readJson(text)
  if ('reason' in json) return { problems: [json] }
  const parsed = Topic.safeParse(json.value)
  if (parsed.success) return { topic: parsed.data, lineOf: json.lineOf }
  const problems = parsed.error.issues.slice(0, MOST_PROBLEMS).map(issue => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path
    return { line: json.lineOf(path), reason: `${issue.path.join('.') || 'the topic'}: ${issue.message}` }
  })
  return { problems: problems.sort((a, b) => a.line - b.line) }
}
