import { type Located, type Problem, readJson } from './json-lines.ts'
import { Topic } from './topic.ts'

export type TopicReading = { topic: Topic; lineOf: Located['lineOf'] } | { problems: Problem[] }

/** A person's own topic from the text of its file: JSON, shape and phrases. Its examples are not run here: that takes the parser. */
export function readTopic(text: string): TopicReading {
  const json = readJson(text)
  if ('reason' in json) return { problems: [json] }
  const parsed = Topic.safeParse(json.value)
  if (parsed.success) return { topic: parsed.data, lineOf: json.lineOf }
  const problems = parsed.error.issues.map(issue => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path
    return { line: json.lineOf(path), reason: `${issue.path.join('.') || 'the topic'}: ${issue.message}` }
  })
  return { problems: problems.sort((a, b) => a.line - b.line) }
}
