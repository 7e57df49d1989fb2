import { command } from '../command.ts'
import { exit } from '../exit.ts'
import { apiFlags } from '../http/api-flags.ts'
import { connect } from '../http/client.ts'
import { write } from '../io.ts'
import { printList } from '../queries/list-command.ts'
import { listFlags, readLimit } from '../queries/list-flags.ts'
import { collect } from '../queries/walk.ts'
import { subscriptionLines, subscriptionTable } from '../subscribing/show.ts'
import type { Hinted, SubscriptionItem } from '../subscribing/types.ts'

export default command({
  usage: ['subscriptions [FLAGS]', 'subscriptions ID'],
  about: 'Lists who gets which alerts, or shows one subscription: why its alerts come.',
  flags: { limit: listFlags.limit, cursor: listFlags.cursor, ...apiFlags },
  operands: [0, 1],
  examples: ['npx claimwire subscriptions', 'npx claimwire subscriptions ID --json'],
  async run({ flags, operands: [id] }, io) {
    const { json = false, limit, cursor } = flags
    const client = connect(io, flags)
    if (id === undefined) {
      const listed = await collect<SubscriptionItem>(client, '/v1/subscriptions', { cursor }, readLimit(limit))
      return printList('subscriptions', listed, json, io, subscriptionTable)
    }
    const found = (await client.get(`/v1/subscriptions/${encodeURIComponent(id)}`)) as Hinted
    await write(io.stdout, json ? `${JSON.stringify(found, null, 2)}\n` : subscriptionLines(found))
    return exit.ok
  },
})
