import { checkTopic } from '../../../lambdas/core/extract/topics/check-topic.ts'
import { plain } from '../format/plain.ts'
import { type Io, write } from '../io.ts'
import type { TopicFile } from './files.ts'

/** Runs all checks on this machine; gives what is wrong. */
export async function check({ path, text }: TopicFile, io: Io): Promise<string[]> {
  const checked = checkTopic(text)
  if ('problems' in checked) return checked.problems.map(({ line, reason }) => `:${line}: ${reason}`)
  const { name, title, examples } = checked.topic
  const count = examples.matches.length + examples.ignores.length
  await write(io.stdout, `${path}: topic ${name} (${plain(title)}) is good; ${count} examples come out as they say.\n`)
  return []
}
