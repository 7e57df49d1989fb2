import * as z from 'zod'
import type { Ruling } from '../core/ledger/ledger.ts'
import type { Page, PageRequest } from '../core/store/page.ts'
import type { Deps } from './deps.ts'
import { merged } from './merge.ts'
import { badRequest } from './problem.ts'

export const TopicName = z.string().regex(/^[a-z0-9-]{1,40}$/, 'expected the name of a topic: 1 to 40 of a-z, 0-9, -')

/** The rulings of one topic or, without one, of all that are watched. @throws {Problem} 400 where there never was such a topic. */
export async function rulings(
  { topics, ownTopics, ledger }: Deps,
  topic?: string,
): Promise<(request: PageRequest) => Promise<Page<Ruling>>> {
  if (topic === undefined) {
    const names = (await topics.all()).map(({ name }) => name)
    return merged(
      Object.fromEntries(names.map(name => [name, (request: PageRequest) => ledger.listRulings(name, request)])),
    )
  }
  // What was judged under a topic stays when it is removed.
  if ((await topics.find(topic)) || (await ownTopics.latest(topic))) {
    return request => ledger.listRulings(topic, request)
  }
  const names = (await topics.list()).map(({ topic: { name } }) => name)
  throw badRequest(`topic: there is no topic “${topic}”; there are ${names.join(', ')}.`, 'topic', names)
}
