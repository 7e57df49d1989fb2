import type { Problem as FileProblem } from '../../core/topics/json-lines.ts'
import { MAX_TOPIC_BYTES } from '../../core/topics/limits.ts'
import { readTopic } from '../../core/topics/read-topic.ts'
import { SHIPPED_TOPICS } from '../../core/topics/shipped.ts'
import type { Topic } from '../../core/topics/topic.ts'
import type { Deps } from '../deps.ts'
import { notFound, Problem } from '../problem.ts'
import { Reply, route } from '../route.ts'
import { TopicName } from '../rulings.ts'
import { adding, removing } from '../topic-changes.ts'

export const listTopics = route({
  operation: 'listTopics',
  method: 'get',
  path: '/v1/topics',
  summary: 'The watched topics',
  answer: async (_, { topics }) => ({
    items: (await topics.list()).map(({ topic: { name, title }, since }) => ({ name, title, since })),
  }),
})

export const getTopic = route({
  operation: 'getTopic',
  method: 'get',
  path: '/v1/topics/{name}',
  summary: 'One topic: its phrases and examples',
  description: 'Also one that was removed: its claims and alerts stay, and can be asked for by its name.',
  params: { name: TopicName },
  answer: async ({ params: { name } }, { topics, ownTopics }) => {
    const watched = await topics.list()
    const found = watched.find(({ topic }) => topic.name === name)
    if (found) return { name, since: found.since, removedAt: null, definition: found.topic }
    const last = await ownTopics.latest(name)
    if (last?.removedAt) return { name, since: last.since, removedAt: last.removedAt, definition: last.topic }
    throw notFound(`There is no topic “${name}”; there are ${watched.map(({ topic }) => topic.name).join(', ')}.`)
  },
})

export const putTopic = route({
  operation: 'putTopic',
  method: 'put',
  path: '/v1/topics/{name}',
  summary: 'Add a topic of your own, or change it',
  description:
    'The body is the topic’s file. Its examples are run before it is taken; what is wrong with it is told line by line. It applies to the articles that are read from two seconds later on: what was read before is not judged again, and an article that is older than the topic is judged without an alert.',
  creates: true,
  params: { name: TopicName },
  bytes: ['application/json'],
  answer: async ({ params: { name }, body }, deps) => {
    refuseShipped(name)
    const topic = await checked(name, body as Uint8Array, deps)
    const { standing, was } = await adding(deps.ownTopics, topic)
    const { since, changedAt } = standing
    const href = `/v1/topics/${name}`
    const did = ({ absent: 'added', other: 'changed', same: 'unchanged' } as const)[was]
    return new Reply(
      { name, title: topic.title, did, since, changedAt, href },
      { location: href },
      was === 'absent' ? 201 : undefined,
    )
  },
})

export const deleteTopic = route({
  operation: 'deleteTopic',
  method: 'delete',
  path: '/v1/topics/{name}',
  summary: 'Remove a topic of your own',
  description:
    'Two seconds later no article is judged under it any more. What was judged stays, and can be asked for by its name.',
  status: 204,
  params: { name: TopicName },
  answer: async ({ params: { name } }, deps) => {
    refuseShipped(name)
    if (!(await removing(deps.ownTopics, name))) throw notFound(`There is no topic “${name}” to remove.`)
  },
})

function refuseShipped(name: string): void {
  if (!SHIPPED_TOPICS.some(topic => topic.name === name)) return
  const detail = `“${name}” came with Claimwire and stays as it is: choose another name.`
  throw new Problem(409, 'shipped-topic', 'The topic is not yours to change', detail, { field: 'name' })
}

/** The topic of a file that is right in all ways, its examples too. @throws {Problem} that names the lines at fault. */
async function checked(name: string, body: Uint8Array, deps: Deps): Promise<Topic> {
  if (body.length > MAX_TOPIC_BYTES) {
    const [is, most] = [body.length, MAX_TOPIC_BYTES].map(bytes => bytes.toLocaleString('en-US'))
    throw new Problem(413, 'too-large', 'The topic is too large', `The file has ${is} bytes; at most ${most} are read.`)
  }
  const file = textOf(body)
  const reading = readTopic(file)
  if ('problems' in reading) throw refused(reading.problems)
  const { topic, lineOf } = reading
  if (topic.name !== name) {
    const reason = `name: “${topic.name}” in the file, but “${name}” in the address`
    throw refused([{ line: lineOf(['name']), reason }])
  }
  const problems = await (await deps.topicChecker()).check(file)
  if (problems.length > 0) throw refused(problems)
  return topic
}

function textOf(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw refused([{ line: 1, reason: 'the file is not in UTF-8' }])
  }
}

function refused(problems: readonly FileProblem[]): Problem {
  const [{ line, reason }] = problems as [FileProblem]
  const more = problems.length > 1 ? `, and ${problems.length - 1} more` : ''
  const detail = `Line ${line}: ${reason}${more}`
  return new Problem(422, 'bad-topic', 'The topic can’t be taken as it is', detail, { problems })
}
