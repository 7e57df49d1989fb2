import { command } from '../command.ts'
import { apiFlags } from '../http/api-flags.ts'
import { connect } from '../http/client.ts'
import { pagingFlags, readWalk } from '../queries/list-flags.ts'
import { printList, printOne } from '../queries/print.ts'
import { collect } from '../queries/walk.ts'
import { subscriptionLines, subscriptionTable } from '../subscribing/show.ts'
import type { Hinted, SubscriptionItem } from '../subscribing/types.ts'

export default command({
  usage: ['subscriptions [FLAGS]', 'subscriptions ID'],
  about: 'Lists who gets which alerts, or shows one subscription: why its alerts come.',
  flags: { ...pagingFlags, ...apiFlags },
  operands: [0, 1],
  examples: ['npx claimwire subscriptions', 'npx claimwire subscriptions ID --json'],
  async run({ flags, operands: [id] }, io) {
    const { json = false } = flags
    const client = connect(io, flags)
    if (id === undefined) {
      const listed = await collect<SubscriptionItem>(client, '/v1/subscriptions', {}, readWalk(flags))
      return printList('subscriptions', listed, json, io, subscriptionTable)
    }
    const found = (await client.get(`/v1/subscriptions/${encodeURIComponent(id)}`)) as Hinted
    return printOne(found, json, () => subscriptionLines(found), io)
  },
})
