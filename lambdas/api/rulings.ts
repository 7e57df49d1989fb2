import * as z from 'zod'
import type { Ruling } from '../core/ledger/ledger.ts'
import type { Page, PageRequest } from '../core/store/page.ts'
import type { Topic } from '../core/topics/topic.ts'
import type { Deps } from './deps.ts'
import { merged } from './merge.ts'

export const topicName = (topics: readonly Topic[]) => z.enum(topics.map(({ name }) => name)).optional()

/** The rulings of one topic or, without one, of all. */
export function rulings(deps: Deps, topic?: string): (request: PageRequest) => Promise<Page<Ruling>> {
  if (topic) return request => deps.ledger.listRulings(topic, request)
  const lists = deps.topics.map(({ name }) => [name, (request: PageRequest) => deps.ledger.listRulings(name, request)])
  return merged(Object.fromEntries(lists))
}
