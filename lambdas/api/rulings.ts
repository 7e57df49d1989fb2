import * as z from 'zod'
import type { Ruling } from '../core/ledger/ledger.ts'
import type { Page, PageRequest } from '../core/store/page.ts'
import type { Deps } from './deps.ts'
import { merged } from './merge.ts'
import { badRequest } from './problem.ts'

export const TopicName = z.string().regex(/^[a-z0-9-]{1,40}$/, 'expected the name of a topic: 1 to 40 of a-z, 0-9, -')

/** The rulings of one topic or, without one, of all. @throws {Problem} 400 where no such topic is watched. */
export async function rulings(
  { topics, ledger }: Deps,
  topic?: string,
): Promise<(request: PageRequest) => Promise<Page<Ruling>>> {
  const names = (await topics()).map(({ name }) => name)
  if (topic === undefined) {
    return merged(
      Object.fromEntries(names.map(name => [name, (request: PageRequest) => ledger.listRulings(name, request)])),
    )
  }
  if (names.includes(topic)) return request => ledger.listRulings(topic, request)
  throw badRequest(`topic: there is no topic “${topic}”; there are ${names.join(', ')}.`, 'topic', names)
}
