import { setTimeout as sleep } from 'node:timers/promises'
import { command } from '../command.ts'
import { exit, UsageError } from '../exit.ts'
import { printAlert } from '../format/alert.ts'
import { apiFlags } from '../http/api-flags.ts'
import { connect } from '../http/client.ts'
import { type Io, write } from '../io.ts'
import type { AlertItem } from '../queries/types.ts'
import { collect } from '../queries/walk.ts'

/** Alerts are listed by their articles' time, so one on an older article comes up among these, not on top of them. */
const WATCHED = 200

export default command({
  usage: ['watch [FLAGS]'],
  about: `Prints alerts as they come, until Ctrl-C. It looks at the alerts of the ${WATCHED} latest articles.`,
  flags: {
    topic: { value: 'NAME', about: 'only on this topic: corridor, talks …' },
    every: { value: 'SECONDS', about: 'how often to look (default 2)' },
    ...apiFlags,
  },
  operands: [0, 0],
  examples: ['npx claimwire watch --topic corridor', 'npx claimwire watch --json >> alerts.ndjson'],
  async run({ flags }, io) {
    const pause = readSeconds(flags.every) * 1000
    const client = connect(io, flags)
    const latest = async () =>
      (await collect<AlertItem>(client, '/v1/alerts', { topic: flags.topic }, { limit: WATCHED })).items
    const seen = new Set((await latest()).map(({ id }) => id))
    await write(io.stderr, 'Watching for alerts. Ctrl-C ends.\n')
    while (await waited(pause, io.signal)) {
      const fresh = (await latest()).filter(({ id }) => !seen.has(id))
      for (const alert of fresh.reverse()) {
        seen.add(alert.id)
        if (flags.json) await write(io.stdout, `${JSON.stringify(alert)}\n`)
        else await printAlert(alert, io.stdout, io.env)
      }
    }
    return exit.ok
  },
})

function readSeconds(text = '2'): number {
  const seconds = Number(text)
  if (seconds >= 0.1 && seconds <= 3600) return seconds
  throw new UsageError(`--every takes seconds, from 0.1 to 3600; got '${text}'.`)
}

/** False where the wait was ended. */
async function waited(ms: number, signal: Io['signal']): Promise<boolean> {
  try {
    await sleep(ms, undefined, { signal })
    return true
  } catch {
    return false
  }
}
