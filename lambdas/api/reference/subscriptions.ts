import * as z from 'zod'
import type { Documentation } from './documented.ts'
import { listOf, Time } from './schemas.ts'

const Filter = z
  .object({
    topic: z.array(z.string()).optional(),
    verdict: z.array(z.enum(['new', 'update', 'contradiction', 'withdrawn'])).optional(),
    source: z.array(z.string()).optional().describe('Outlets'),
    entity: z.array(z.string()).optional(),
    q: z.string().optional(),
  })
  .meta({ id: 'Filter' })
const Subscription = z
  .object({
    id: z.string(),
    protocol: z.string(),
    address: z.string(),
    status: z.enum(['pending', 'confirmed']).describe('Nothing is sent before it is confirmed'),
    filter: Filter.nullable().describe('Null where it was made elsewhere with a filter that can’t be said here'),
    note: z.string().nullable(),
    createdAt: Time.nullable().describe('Null where it was made elsewhere'),
  })
  .meta({ id: 'Subscription' })
const Hinted = Subscription.extend({ hints: z.array(z.string()).describe('What is still to be done or known') }).meta({
  id: 'HintedSubscription',
})
const Estimate = z
  .object({
    alerts: z.int(),
    isLowerBound: z.boolean().describe('There were more articles than are read for an estimate: from says since when'),
    from: Time,
    until: Time,
    days: z.number().describe('That were looked at'),
    latest: z.array(z.object({ id: z.string(), topic: z.string(), title: z.string().nullable(), at: Time })),
  })
  .meta({ id: 'Estimate' })

/** The local cloud gives the same address the same id; SNS gives it a new one each time. */
const EXAMPLE = { id: '9d97f491-9a90-40fa-823c-c1d3ab6adecf' }

export const subscriptions = {
  estimateSubscription: {
    answer: Estimate,
    examples: {
      'the talks, in the month of the fixtures': { body: { filter: { topic: ['talks'] }, until: '2023-10-10' } },
    },
  },
  createSubscription: {
    answer: Hinted,
    examples: {
      'new claims and contradictions on the talks': {
        body: {
          protocol: 'email',
          address: 'you@example.org',
          filter: { topic: ['talks'], verdict: ['new', 'contradiction'] },
          note: 'For the talks desk',
        },
      },
      'one place, for a queue': {
        body: {
          protocol: 'sqs',
          address: 'arn:aws:sqs:eu-central-1:123456789012:my-alerts',
          filter: { entity: ['place:lachin-corridor'] },
        },
      },
    },
  },
  listSubscriptions: {
    answer: listOf(Subscription).extend({
      incomplete: z.literal(true).optional().describe('There are more than are listed here'),
    }),
    examples: { 'the first': { query: { limit: '2' } } },
  },
  getSubscription: { answer: Hinted, examples: { one: { params: EXAMPLE } } },
  changeSubscription: {
    answer: Hinted,
    examples: {
      'updates too': { params: EXAMPLE, body: { filter: { topic: ['talks'], verdict: ['new', 'update'] } } },
    },
  },
  deleteSubscription: { answer: z.null(), examples: { one: { params: EXAMPLE } } },
} satisfies Documentation
