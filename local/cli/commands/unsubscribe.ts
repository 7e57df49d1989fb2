import { command } from '../command.ts'
import { exit } from '../exit.ts'
import { apiFlags } from '../http/api-flags.ts'
import { connect } from '../http/client.ts'
import { write } from '../io.ts'

export default command({
  usage: ['unsubscribe ID…'],
  about: 'Ends subscriptions. One that still waits for its confirmation can’t be ended: it ends by itself.',
  flags: apiFlags,
  operands: [1, Number.POSITIVE_INFINITY],
  examples: ['npx claimwire unsubscribe ID'],
  async run({ flags, operands }, io) {
    const client = connect(io, flags)
    for (const id of operands) {
      await client.delete(`/v1/subscriptions/${encodeURIComponent(id)}`)
      await write(io.stdout, flags.json ? `${JSON.stringify({ id, ended: true })}\n` : `Subscription ${id} is ended.\n`)
    }
    return exit.ok
  },
})
