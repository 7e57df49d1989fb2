import type { SQSClient } from '@aws-sdk/client-sqs'
import { command } from '../command.ts'
import { exit } from '../exit.ts'
import { screenOf } from '../format/style.ts'
import { table } from '../format/table.ts'
import { apiFlags } from '../http/api-flags.ts'
import { type Client, connect } from '../http/client.ts'
import { type Io, write } from '../io.ts'
import { depthOf, type Queues } from '../operating/queues.ts'
import { onStack, stackFlags } from '../operating/stack.ts'
import type { AlertItem } from '../queries/types.ts'
import { collect } from '../queries/walk.ts'

const DAY_MS = 86_400_000
/** Of each kind; more are told as "1000 or more". */
const MOST = 1000

interface QueueState {
  name: string
  /** Null where nothing waits in a queue of ours: SNS delivers alerts by itself. */
  waiting: number | null
  underWay: number | null
  deadLetters: number
}

interface Status {
  queues: QueueState[]
  /** Of the last 24 hours: articles and alerts by the article's time, rejected uploads by the upload's. */
  lastDay: { articles: number; rejected: number; alerts: number; pending: number }
}

export default command({
  usage: ['status [FLAGS]'],
  about: `Tells how much waits in each queue, what lies among the dead letters, and what came of the last 24 hours.
Ends with 1 where there are dead letters. How long messages wait is on the dashboard of a deployed stack.`,
  flags: { ...apiFlags, ...stackFlags },
  operands: [0, 0],
  examples: [
    'npx claimwire status',
    'npx claimwire status --stack Claimwire-prod --api https://abc.execute-api.eu-central-1.amazonaws.com --json',
  ],
  async run({ flags }, io) {
    const [queues, lastDay] = await Promise.all([
      onStack(flags, ({ sqs, queues }) => statesOf(sqs, queues)),
      countsOf(connect(io, flags), new Date(io.now().getTime() - DAY_MS)),
    ])
    const status = { queues, lastDay }
    await write(io.stdout, flags.json ? `${JSON.stringify(status, null, 2)}\n` : page(status, io))
    return queues.some(({ deadLetters }) => deadLetters > 0) ? exit.failed : exit.ok
  },
})

function statesOf(sqs: SQSClient, { articles, claims, alerts }: Queues): Promise<QueueState[]> {
  const all = Object.entries({ articles, claims, alerts: { ...alerts, queue: undefined } })
  return Promise.all(
    all.map(async ([name, { queue, deadLetters }]) => {
      const [depth, dead] = await Promise.all([queue && depthOf(sqs, queue), deadLetters && depthOf(sqs, deadLetters)])
      const { waiting = null, underWay = null } = depth || {}
      return { name, waiting, underWay, deadLetters: dead ? dead.waiting + dead.underWay : 0 }
    }),
  )
}

async function countsOf(client: Client, start: Date): Promise<Status['lastDay']> {
  const since = start.toISOString()
  const [articles, rejected, alerts] = await Promise.all([
    collect<unknown>(client, '/v1/articles', { since }, { limit: MOST }),
    collect<unknown>(client, '/v1/articles', { since, status: 'rejected' }, { limit: MOST }),
    collect<AlertItem & { status: string }>(client, '/v1/alerts', { since }, { limit: MOST }),
  ])
  const pending = alerts.items.filter(({ status }) => status === 'pending').length
  return { articles: articles.items.length, rejected: rejected.items.length, alerts: alerts.items.length, pending }
}

function page({ queues, lastDay }: Status, io: Io): string {
  const rows = table<QueueState>(
    [
      { title: 'Queue', cell: ({ name }) => name, whole: true },
      { title: 'Waiting', cell: ({ waiting }) => waiting, align: 'right' },
      { title: 'Under way', cell: ({ underWay }) => underWay, align: 'right' },
      { title: 'Dead letters', cell: ({ deadLetters }) => deadLetters, align: 'right' },
    ],
    queues,
    screenOf(io),
  )
  const { articles, rejected, alerts, pending } = lastDay
  const dead = queues.filter(({ deadLetters }) => deadLetters > 0).map(({ name }) => name)
  return `${rows}
Last 24 hours: articles ${told(articles)}, rejected uploads ${told(rejected)}, alerts ${told(alerts)}, of which pending ${told(pending)}.
${dead.length > 0 ? `There are dead letters of ${dead.join(' and ')}: docs/runbook.md says what to do.\n` : ''}`
}

const told = (n: number): string => (n >= MOST ? `${MOST} or more` : String(n))
