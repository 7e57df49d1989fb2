import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Clients } from '../../../local/cloud/clients.ts'
import { errorAnswer } from '../../../local/cloud/rights/denial.ts'
import { Random } from '../random.ts'

/** What can become of a request; of one that times out nobody knows whether it was done. */
export const WIRE_FAULTS = ['throttle', 'error before', 'error after', 'timeout'] as const
type WireFault = (typeof WIRE_FAULTS)[number]
type Service = keyof Clients

/** As each service words it: status and code. */
const THROTTLED: Record<Service, [number, string]> = {
  dynamodb: [400, 'ProvisionedThroughputExceededException'],
  s3: [503, 'SlowDown'],
  sqs: [400, 'ThrottlingException'],
  sns: [400, 'Throttling'],
}
const FAILED: Record<Service, [number, string]> = {
  dynamodb: [500, 'InternalServerError'],
  s3: [500, 'InternalError'],
  sqs: [500, 'InternalFailure'],
  sns: [500, 'InternalFailure'],
}

/** Of so many calls of a kind each fault meets one. */
const DECK = 40

/** What becomes of the calls of one kind. The first fails, and again, in another way from seed to seed: so rare calls fail in all ways. */
class Deck {
  private readonly random: Random
  private cards: (WireFault | null)[]

  constructor(seed: number, site: string) {
    this.random = new Random(createHash('sha256').update(`${seed} ${site}`).digest().readUInt32LE())
    this.cards = Array(2).fill(WIRE_FAULTS[seed % WIRE_FAULTS.length]!)
  }

  draw(): { fault: WireFault | null; isDone: boolean } {
    if (this.cards.length === 0) this.cards = this.shuffled()
    const fault = this.cards.pop()!
    // What tries again meets the same now and then, and gives up.
    if (fault && this.random.chance(0.5)) this.cards.push(fault)
    return { fault, isDone: !fault || fault === 'error after' || (fault === 'timeout' && this.random.chance(0.5)) }
  }

  private shuffled(): (WireFault | null)[] {
    const placed = Array.from({ length: DECK }, (_, i) => ({ fault: WIRE_FAULTS[i] ?? null, at: this.random.next() }))
    return placed.sort((a, b) => a.at - b.at).map(({ fault }) => fault)
  }
}

/** Draws what becomes of each request on its way from a function to a service, and counts the faults. */
export class Wire {
  isCalm = false
  private readonly seed: number
  private readonly hits: Map<string, number>
  private readonly decks = new Map<string, Deck>()

  constructor(seed: number, hits: Map<string, number>) {
    this.seed = seed
    this.hits = hits
  }

  draw(site: string): { fault: WireFault | null; isDone: boolean } {
    if (this.isCalm) return { fault: null, isDone: true }
    const deck = this.decks.get(site) ?? new Deck(this.seed, site)
    this.decks.set(site, deck)
    const drawn = deck.draw()
    const what = `${site}: ${drawn.fault}`
    if (drawn.fault) this.hits.set(what, (this.hits.get(what) ?? 0) + 1)
    return drawn
  }
}

/** Told of a request that was done, whatever the function hears of it. */
export type Done = (command: string, input: unknown) => void

/** Puts the wire under a function's clients, below what tries again. */
export function lay(wire: Wire, holder: string, clients: Clients, done: Done): void {
  for (const [service, client] of Object.entries(clients) as [Service, Stacked][]) {
    const strike: Middleware =
      (next, { commandName = '' }) =>
      async given => {
        const { fault, isDone } = wire.draw(`${holder} ${service} ${commandName.replace(/Command$/, '')}`)
        const answer = isDone ? await next(given) : null
        if (answer && answer.response.statusCode < 300) done(commandName, given.input)
        // An answer that nobody reads keeps its connection.
        if (fault) answer?.response.body.resume()
        if (fault === 'timeout') throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' })
        if (!fault) return answer!
        return { response: errorOf(service, ...(fault === 'throttle' ? THROTTLED : FAILED)[service]) }
      }
    client.middlewareStack.add(strike, { step: 'deserialize', priority: 'low', name: 'faults' })
  }
}

interface Answer {
  response: { statusCode: number; headers: Record<string, string>; body: Readable }
}
type Middleware = (
  next: (given: { input: unknown }) => Promise<Answer>,
  context: { commandName?: string },
) => (given: { input: unknown }) => Promise<Answer>
/** What all clients have in common. */
interface Stacked {
  middlewareStack: {
    add(middleware: Middleware, options: { step: 'deserialize'; priority: 'low'; name: string }): void
  }
}

function errorOf(service: Service, statusCode: number, code: string): Answer['response'] {
  const { type, body } = errorAnswer(service, statusCode, code, 'as drawn')
  return { statusCode, headers: { 'content-type': type }, body: Readable.from([Buffer.from(body)]) }
}
