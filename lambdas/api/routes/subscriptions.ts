import * as z from 'zod'
import { addressProblem, PROTOCOLS, shownAddress } from '../../core/subscriptions/address.ts'
import { DAYS, estimate } from '../../core/subscriptions/estimate.ts'
import { Filter } from '../../core/subscriptions/filter.ts'
import { change, create, list, type Managed, remove, type Stores, show } from '../../core/subscriptions/manage.ts'
import {
  AddressRefused,
  AlreadySubscribed,
  NotChangeable,
  TooManyFilters,
} from '../../core/subscriptions/subscriptions.ts'
import type { Deps } from '../deps.ts'
import { badRequest, notFound, Problem } from '../problem.ts'
import { day, listFields } from '../query.ts'
import { Reply, route } from '../route.ts'

const WHICH =
  'source: outlets; entity: ids; q: one whole word. All that is given must fit, of a list one value is enough, and empty is every alert. At most 150 combinations of values.'
const Note = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'must be one line of text')
  .describe('Comes back on every alert. Whoever gets the same alert can read it.')
const NewSubscription = z
  .strictObject({
    protocol: z.enum(PROTOCOLS).describe('http only for a receiver on the same machine.'),
    address: z
      .string()
      .max(2000)
      .regex(/^[\x21-\x7e]+$/, 'must be ASCII without spaces')
      .describe('An e-mail address, a URL, a queue’s ARN or a phone number.'),
    filter: Filter.default({}).describe(WHICH),
    note: Note.nullable().default(null),
  })
  .superRefine(({ protocol, address }, refinement) => {
    const message = addressProblem(protocol, address)
    if (message) refinement.addIssue({ code: 'custom', path: ['address'], message })
  })
const Change = z
  .strictObject({ filter: Filter.optional().describe(WHICH), note: Note.nullable().optional() })
  .refine(({ filter, note }) => filter !== undefined || note !== undefined, 'give a filter, a note, or both')
const Wish = z.strictObject({ filter: Filter.default({}).describe(WHICH), until: day.optional() })
const id = z.string().regex(/^[\w-]{1,100}$/, 'expected the id of a subscription: letters, digits, - and _')

export const estimateSubscription = route({
  operation: 'estimateSubscription',
  method: 'post',
  path: '/v1/subscriptions/estimate',
  summary: 'How many alerts a filter would have sent',
  description: `Of the ${DAYS} days before until (now, where it isn't given), by the dates of the articles. Nothing is subscribed.`,
  json: Wish,
  answer: async ({ body: { filter, until } }, deps) => {
    const topics = await watched(deps, filter)
    return estimate(deps.ledger, { filter, topics, until: until ?? new Date().toISOString() })
  },
})

export const createSubscription = route({
  operation: 'createSubscription',
  method: 'post',
  path: '/v1/subscriptions',
  summary: 'Subscribe to alerts',
  description:
    'An alert fits a filter when it fits each of its fields; of a list one value is enough. The same address with the same filter is the same subscription.',
  status: 201,
  json: NewSubscription,
  answer: async ({ body }, deps) => {
    await watched(deps, body.filter)
    const createdAt = new Date().toISOString()
    const made = await refusing(async () => create(await stores(deps), { ...body, createdAt }))
    const answer = { ...shown(made), hints: [...hints(made), SLOW_FILTER] }
    return new Reply(answer, { location: `/v1/subscriptions/${made.id}` })
  },
})

export const listSubscriptions = route({
  operation: 'listSubscriptions',
  method: 'get',
  path: '/v1/subscriptions',
  summary: 'Who gets which alerts',
  description: 'One that was made elsewhere is listed once it is confirmed.',
  query: { limit: listFields.limit, cursor: listFields.cursor },
  answer: async ({ query: { limit, cursor } }, deps) => {
    const { items, next, complete } = await list(await stores(deps), { after: afterOf(cursor), limit })
    return {
      items: items.map(shown),
      ...(next && { next: Buffer.from(next).toString('base64url') }),
      ...(!complete && { incomplete: true as const }),
    }
  },
})

export const getSubscription = route({
  operation: 'getSubscription',
  method: 'get',
  path: '/v1/subscriptions/{id}',
  summary: 'One subscription: why its alerts come',
  params: { id },
  answer: async ({ params }, deps) => {
    const found = await show(await stores(deps), params.id)
    if (!found) throw missing(params.id)
    return { ...shown(found), hints: hints(found) }
  },
})

export const changeSubscription = route({
  operation: 'changeSubscription',
  method: 'put',
  path: '/v1/subscriptions/{id}',
  summary: 'Change the filter or the note of a subscription',
  description: 'What isn’t given stays; an empty filter lets every alert through, and null takes the note away.',
  params: { id },
  json: Change,
  answer: async ({ params, body }, deps) => {
    await watched(deps, body.filter ?? {})
    const now = new Date().toISOString()
    const changed = await refusing(async () => change(await stores(deps), params.id, body, now))
    if (!changed) throw missing(params.id)
    return { ...shown(changed), hints: [...hints(changed), ...(body.filter ? [SLOW_FILTER] : [])] }
  },
})

export const deleteSubscription = route({
  operation: 'deleteSubscription',
  method: 'delete',
  path: '/v1/subscriptions/{id}',
  summary: 'End a subscription',
  status: 204,
  params: { id },
  answer: async ({ params }, deps) => {
    const outcome = await remove(await stores(deps), params.id)
    if (outcome === 'missing') throw missing(params.id)
    if (outcome === 'pending') throw conflict('pending', 'The subscription still waits for its confirmation', PENDING)
    return null
  },
})

/** The id behind which a page begins. @throws {Problem} */
function afterOf(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined
  const after = Buffer.from(cursor, 'base64url').toString()
  if (id.safeParse(after).success) return after
  throw badRequest('The cursor is broken: take it from the “next” of an answer.', 'cursor')
}

const SLOW_FILTER = 'A new or changed filter applies to all alerts after up to 15 minutes.'
const PENDING =
  'Until it is confirmed it gets nothing. SNS can’t delete it before; unconfirmed, it ends by itself after two days.'
const WAITS: Record<string, string> = {
  email: 'SNS has sent an e-mail to that address; alerts begin when the link in it is followed, within two days.',
  sqs: 'The queue is of another account, which has to confirm, within two days, with the token that was sent to the queue.',
}
const WEBHOOK_WAITS =
  'SNS has posted a SubscriptionConfirmation to that address; alerts begin when its SubscribeURL is visited, within two days.'

/** What else has to be done, or to be known. */
function hints({ protocol, status }: Managed): string[] {
  if (status === 'pending') return [WAITS[protocol] ?? WEBHOOK_WAITS]
  if (protocol !== 'sqs') return []
  return ['The queue’s policy must let sns.amazonaws.com send messages from the topic of the alerts.']
}

const shown = (subscription: Managed): Managed => ({ ...subscription, address: shownAddress(subscription.address) })
const stores = async ({ subscriptions, notes }: Deps): Promise<Stores> => ({
  subscriptions: await subscriptions(),
  notes,
})

/** The names of the watched topics. @throws {Problem} 400 where a filter names another. */
async function watched({ topics }: Deps, { topic = [] }: Filter): Promise<string[]> {
  const names = (await topics.all()).map(({ name }) => name)
  for (const name of topic.filter(name => !names.includes(name))) {
    // It may have been added a moment ago.
    if (await topics.find(name)) names.push(name)
    else
      throw badRequest(
        `filter.topic: there is no topic “${name}”; there are ${names.join(', ')}.`,
        'filter.topic',
        names,
      )
  }
  return names
}

/** @throws {Problem} what SNS refuses, in words that say what to do. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AlreadySubscribed) {
      const change = error.id
        ? `PUT /v1/subscriptions/${error.id} changes it.`
        : 'It was made elsewhere and still waits for its confirmation.'
      throw conflict('already-subscribed', 'That address has a subscription with another filter', change)
    }
    if (error instanceof TooManyFilters) {
      const detail =
        'SNS takes 200 filter policies per topic. Delete a subscription, make this one without a filter, or have the quota raised.'
      throw conflict('too-many-filters', 'There are as many filtered subscriptions as SNS takes', detail)
    }
    if (error instanceof NotChangeable) {
      throw conflict('not-changeable', 'The subscription can’t be changed now', 'Try again when it is confirmed.')
    }
    if (error instanceof AddressRefused) throw badRequest(`address: SNS refuses it: ${error.message}`, 'address')
    throw error
  }
}

const conflict = (code: string, title: string, detail: string): Problem => new Problem(409, code, title, detail)
const missing = (id: string): Problem =>
  notFound(`There is no subscription “${id}”, or no more: who gets an alert may end it by the link in it.`)
