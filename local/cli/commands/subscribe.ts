import { createInterface } from 'node:readline/promises'
import type { Estimate } from '../../../lambdas/core/subscriptions/estimate.ts'
import type { Values } from '../args/flags.ts'
import { command } from '../command.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { plain } from '../format/plain.ts'
import { apiFlags } from '../http/api-flags.ts'
import { type Client, connect } from '../http/client.ts'
import { type Io, write } from '../io.ts'
import { printOne } from '../queries/print.ts'
import { filterFlags, filterOf } from '../subscribing/filter-flags.ts'
import { estimateLines, subscriptionLines } from '../subscribing/show.ts'
import type { Hinted } from '../subscribing/types.ts'

const flags = {
  ...filterFlags,
  note: { value: 'TEXT', about: 'comes back on every alert; whoever gets the same alert can read it' },
  yes: { about: 'subscribe without asking' },
  estimate: { about: 'only tell how many alerts 30 days would have brought' },
  until: { value: 'DATE', about: 'the day before which those 30 days end (default: now)' },
  change: { value: 'ID', about: 'give this subscription another filter or note' },
  all: { about: 'with --change: no filter, every alert' },
  'no-note': { about: 'with --change: take the note away' },
  ...apiFlags,
} as const
type Given = Values<typeof flags>

export default command({
  usage: ['subscribe ADDRESS [FLAGS]', 'subscribe --estimate [FLAGS]', 'subscribe --change ID [FLAGS]'],
  about: `Sends alerts to an e-mail address, an https URL, an SQS queue (its ARN) or a phone number (+37410123456).
Tells first how many alerts the last 30 days would have brought, and asks. Lists are written with commas.`,
  flags,
  operands: [0, 1],
  examples: [
    'npx claimwire subscribe you@example.org --topic talks --verdict new,contradiction --note "Talks desk"',
    'npx claimwire subscribe --estimate --entity place:lachin-corridor --until 2023-10-10',
    'npx claimwire subscribe --change ID --topic talks,corridor',
  ],
  async run({ flags: given, operands: [address] }, io) {
    const client = connect(io, given)
    if (given.change) return change(client, given.change, address, given, io)
    if (given.all) throw new UsageError('--all goes with --change ID; without a filter every alert is sent anyway.')
    if (given['no-note']) throw new UsageError('--no-note goes with --change ID; without --note there is none anyway.')
    if (given.estimate) {
      const estimate = await estimated(client, given)
      return print(given, estimate, estimateLines(estimate), io)
    }
    if (!address) throw new UsageError('subscribe needs an ADDRESS: claimwire subscribe you@example.org')
    const protocol = protocolOf(address)
    if (!given.yes && !(await agreed(client, address, given, io))) {
      await write(io.stderr, 'Nothing was subscribed.\n')
      return exit.failed
    }
    const body = { protocol, address, filter: filterOf(given), ...(given.note && { note: given.note }) }
    const made = (await client.post('/v1/subscriptions', body)) as Hinted
    return print(given, made, subscriptionLines(made), io)
  },
})

function protocolOf(address: string): string {
  if (address.startsWith('https://')) return 'https'
  if (address.startsWith('http://')) return 'http'
  if (address.startsWith('arn:')) return 'sqs'
  if (address.startsWith('+')) return 'sms'
  if (address.includes('@')) return 'email'
  throw new UsageError(
    `'${address}' is no address for alerts. Type an e-mail address, an https URL, a queue's ARN or a number such as +37410123456`,
  )
}

const estimated = async (client: Client, given: Given) =>
  (await client.post('/v1/subscriptions/estimate', {
    filter: filterOf(given),
    ...(given.until && { until: given.until }),
  })) as Estimate

async function agreed(client: Client, address: string, given: Given, io: Io): Promise<boolean> {
  const isTerminal = (io.stdin as { isTTY?: boolean }).isTTY === true
  if (!isTerminal) throw new UsageError('there is no terminal to ask you on. To subscribe without being asked: --yes')
  await write(io.stderr, estimateLines(await estimated(client, given)))
  await write(io.stderr, `Send them to ${plain(address)}? [y/N] `)
  const lines = createInterface({ input: io.stdin })
  try {
    const answer = await new Promise<string>(done => lines.once('line', done).once('close', () => done('')))
    return /^y(es)?$/i.test(answer.trim())
  } finally {
    lines.close()
  }
}

async function change(client: Client, id: string, address: string | undefined, given: Given, io: Io) {
  if (address) throw new UsageError('an address can’t be changed. End the subscription and make another.')
  const filter = filterOf(given)
  const isFiltered = Object.keys(filter).length > 0
  if (given.all && isFiltered) throw new UsageError('--all is no filter: give it alone, or give the filter.')
  if (given.note && given['no-note']) throw new UsageError('--note and --no-note go apart.')
  const body = {
    ...((isFiltered || given.all) && { filter }),
    ...(given.note && { note: given.note }),
    ...(given['no-note'] && { note: null }),
  }
  if (Object.keys(body).length === 0) {
    throw new UsageError('--change ID needs what to change: a filter such as --topic talks, --all, or --note TEXT')
  }
  const changed = (await client.put(`/v1/subscriptions/${encodeURIComponent(id)}`, JSON.stringify(body))) as Hinted
  return print(given, changed, subscriptionLines(changed), io)
}

async function print({ json }: Given, answer: unknown, text: string, io: Io): Promise<ExitCode> {
  return printOne(answer, json, () => text, io)
}
