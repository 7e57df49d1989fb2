import { command } from '../command.ts'
import { screenOf } from '../format/style.ts'
import { apiFlags } from '../http/api-flags.ts'
import { connect } from '../http/client.ts'
import { entityPage } from '../queries/entity-page.ts'
import { pagingFlags, readTimes, readWalk, timeFlags } from '../queries/list-flags.ts'
import { printOne, tellNext } from '../queries/print.ts'
import type { EntityWithClaims } from '../queries/types.ts'

export default command({
  usage: ['entity ID [FLAGS]'],
  about: 'Shows one entity: its names and roles, and the latest articles and claims that mention it.',
  flags: { ...timeFlags, limit: pagingFlags.limit, cursor: pagingFlags.cursor, ...apiFlags },
  operands: [1, 1],
  examples: ['npx claimwire entity place:lachin-corridor', 'npx claimwire entity place:armenia --until 2023-09-24'],
  async run({ flags, operands: [id] }, io) {
    const { cursor, limit } = readWalk(flags)
    const query = { ...readTimes(flags, io.now()), cursor, limit: String(Math.min(limit, 100)) }
    const entity = (await connect(io, flags).get(`/v1/entities/${encodeURIComponent(id!)}`, query)) as EntityWithClaims
    const code = await printOne(entity, flags.json, () => entityPage(entity, screenOf(io)), io)
    if (!flags.json) await tellNext(entity.next, io)
    return code
  },
})
