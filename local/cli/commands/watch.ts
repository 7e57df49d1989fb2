import { setTimeout as sleep } from 'node:timers/promises'
import { command } from '../command.ts'
import { exit, UsageError } from '../exit.ts'
import { printAlert } from '../format/alert.ts'
import { json } from '../format/json.ts'
import { plain } from '../format/plain.ts'
import { apiFlags } from '../http/api-flags.ts'
import { connect } from '../http/client.ts'
import { Refused } from '../http/refused.ts'
import { Unreachable } from '../http/send.ts'
import { type Io, write } from '../io.ts'
import { readTimes, timeFlags } from '../queries/list-flags.ts'
import type { AlertItem } from '../queries/types.ts'
import type { Listed } from '../queries/walk.ts'
import { Follower } from '../watching/follower.ts'

export default command({
  usage: ['watch [FLAGS]'],
  about: `Prints alerts as they come, each once, until Ctrl-C; it waits while the API is away. An alert on one of the latest articles
comes at the next look. One on an older article comes when the sweep through all alerts gets there: a page each look.
With --since there is less to sweep.`,
  flags: {
    topic: { value: 'NAME', about: 'only on this topic: corridor, talks …' },
    source: { value: 'WORDS', about: 'only from this outlet' },
    since: { ...timeFlags.since, about: `of articles ${timeFlags.since.about}` },
    every: { value: 'SECONDS', about: 'how often to look (default 2)' },
    ...apiFlags,
  },
  operands: [0, 0],
  examples: ['npx claimwire watch --topic corridor', 'npx claimwire watch --since 30d --json >> alerts.ndjson'],
  async run({ flags }, io) {
    const pause = readSeconds(flags.every) * 1000
    const { topic, source } = flags
    const client = connect(io, flags)
    const query = { topic, source, ...readTimes(flags, io.now()) }
    const follower = new Follower(
      async page => (await client.get('/v1/alerts', { ...query, ...page })) as Listed<AlertItem>,
    )
    await follower.look()
    await follow(follower, pause, flags.json === true, io)
    return exit.ok
  },
})

async function follow(follower: Follower, pause: number, asJson: boolean, io: Io): Promise<void> {
  let isTold = false
  let isAway = false
  while (true) {
    if (follower.ready && !isTold) {
      isTold = true
      await write(io.stderr, 'Watching for alerts. Ctrl-C ends.\n')
    }
    if ((follower.ready || isAway) && !(await waited(pause, io.signal))) return
    try {
      const alerts = await follower.look()
      if (isAway) await write(io.stderr, 'The API answers again.\n')
      isAway = false
      for (const alert of alerts) await print(alert, asJson, io)
    } catch (error) {
      if (io.signal.aborted) return
      if (!willPass(error)) throw error
      if (!isAway) await write(io.stderr, `claimwire: ${plain((error as Error).message)} Trying again …\n`)
      isAway = true
    }
  }
}

const print = (alert: AlertItem, asJson: boolean, io: Io): Promise<void> =>
  asJson ? write(io.stdout, `${json(alert)}\n`) : printAlert(alert, io.stdout, io.env)

/** The API is away, starting, or has too much to do. */
const willPass = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Refused && (error.status >= 500 || error.status === 429))

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
