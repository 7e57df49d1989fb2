import { readTopic } from '../../../lambdas/core/topics/read-topic.ts'
import { json as toJson } from '../format/json.ts'
import { plain } from '../format/plain.ts'
import type { Client } from '../http/client.ts'
import { Refused } from '../http/refused.ts'
import { type Io, write } from '../io.ts'
import type { TopicFile } from './files.ts'

interface Taken {
  name: string
  title: string
  did: 'added' | 'changed' | 'unchanged'
}
const ABOUT = {
  added: `is added. Articles that are read from two seconds from now on are judged under it; older ones don't alert.`,
  changed: 'is changed. This applies to articles that are read from two seconds from now on.',
  unchanged: 'stands already, just like that.',
}

/** Has the API add a topic, or change it; gives what is wrong. */
export async function add(client: Client, { text }: TopicFile, json: boolean, io: Io): Promise<string[]> {
  const reading = readTopic(text)
  if ('problems' in reading) return reading.problems.map(({ line, reason }) => `:${line}: ${reason}`)
  try {
    const taken = (await client.put(`/v1/topics/${reading.topic.name}`, text)) as Taken
    const { name, title, did } = taken
    await write(io.stdout, json ? `${toJson(taken)}\n` : `Topic ${name} (${plain(title)}) ${ABOUT[did]}\n`)
    return []
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.problems.length === 0) return [`: ${error.message}`]
    return error.problems.map(({ line, reason }) => `:${line}: ${reason}`)
  }
}
