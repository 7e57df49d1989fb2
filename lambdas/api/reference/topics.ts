import * as z from 'zod'
import { Topic } from '../../core/topics/topic.ts'
import type { Documentation } from './documented.ts'
import { Time } from './schemas.ts'

const Since = Time.nullable().describe('When somebody added it; null: it came with Claimwire')
const FLOOD: z.input<typeof Topic> = {
  name: 'floods',
  title: 'Floods',
  match: ['(flood|floods|flooding)', '(burst|breached) (dam|dams)'],
  needs: [],
  excludes: ['(flood|floods) of (complaints|calls)'],
  examples: {
    matches: ['The floods cut off three villages, the governor said.'],
    ignores: ['The ministry got a flood of complaints.'],
  },
}

export const topics = {
  listTopics: {
    answer: z.object({ items: z.array(z.object({ name: z.string(), title: z.string(), since: Since })) }),
    examples: { all: {} },
  },
  getTopic: {
    answer: z.object({
      name: z.string(),
      since: Since,
      removedAt: Time.nullable().describe('Null while it is watched'),
      definition: Topic.meta({ id: 'Topic' }),
    }),
    examples: { 'the corridor': { params: { name: 'corridor' } } },
  },
  getFeed: { answer: z.string(), examples: { 'alerts on the corridor': { params: { name: 'corridor' } } } },
  putTopic: {
    answer: z.object({
      name: z.string(),
      title: z.string(),
      did: z.enum(['added', 'changed', 'unchanged']),
      since: Time.describe('A change keeps it'),
      changedAt: Time,
      href: z.string(),
    }),
    examples: { floods: { params: { name: 'floods' }, body: FLOOD } },
  },
  deleteTopic: { answer: z.void(), examples: { floods: { params: { name: 'floods' } } } },
} satisfies Documentation
