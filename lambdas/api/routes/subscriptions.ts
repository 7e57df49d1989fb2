import { shownAddress } from '../../core/subscriptions/address.ts'
import { DAYS, estimate } from '../../core/subscriptions/estimate.ts'
import type { Filter } from '../../core/subscriptions/filter.ts'
import { change, create, list, type Managed, remove, type Stores, show } from '../../core/subscriptions/manage.ts'
import type { Deps } from '../deps.ts'
import { badRequest, notFound, type Problem } from '../problem.ts'
import { listFields } from '../query.ts'
import { Reply, route } from '../route.ts'
import { hints, refusing, SLOW_FILTER, stillPending } from '../subscription-answers.ts'
import { Change, id, NewSubscription, Wish } from '../subscription-fields.ts'

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
    if (outcome === 'pending') throw stillPending()
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

const missing = (id: string): Problem =>
  notFound(`There is no subscription “${id}”, or no more: who gets an alert may end it by the link in it.`)
