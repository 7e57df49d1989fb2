export interface QueueSettings {
  fifo: boolean
  visibilityMs: number
  retentionMs: number
  /** After so many receives a message goes to the dead letters; null: never. */
  mostReceives: number | null
}

export interface Message {
  id: string
  body: string
  group: string | null
  sentAt: number
  receives: number
  /** In flight or delayed until then. */
  visibleAt: number
  receipt: string | null
}

const DEDUPLICATION_MS = 5 * 60_000

/**
 * SQS as it is documented: messages come again until they are deleted; in a FIFO queue a group waits for its message in
 * flight, and what has a deduplication id of the last five minutes is dropped.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html
 */
export class Queue {
  readonly settings: QueueSettings
  readonly deadLetters: Queue | null
  /** Called with the time at which a message can be received. */
  onVisible: (at: number) => void = () => {}
  private messages: Message[] = []
  private readonly seen = new Map<string, number>()
  private count = 0

  constructor(settings: QueueSettings, deadLetters: Queue | null) {
    this.settings = settings
    this.deadLetters = deadLetters
  }

  get size(): number {
    return this.messages.length
  }
  get bodies(): string[] {
    return this.messages.map(({ body }) => body)
  }

  /** False where it was dropped as a duplicate. */
  send(now: number, body: string, given: { group?: string; deduplication?: string; delayMs?: number } = {}): boolean {
    if (given.deduplication !== undefined) {
      if (now - (this.seen.get(given.deduplication) ?? Number.NEGATIVE_INFINITY) < DEDUPLICATION_MS) return false
      this.seen.set(given.deduplication, now)
    }
    const visibleAt = now + (given.delayMs ?? 0)
    const group = given.group ?? null
    this.add({ id: `m${this.count++}`, body, group, sentAt: now, receives: 0, visibleAt, receipt: null })
    return true
  }

  /** At most `most` messages that are visible; `shuffle` orders those of a queue that keeps no order. */
  receive(now: number, most: number, shuffle: (list: Message[]) => Message[]): Message[] {
    this.messages = this.messages.filter(({ sentAt }) => now - sentAt < this.settings.retentionMs)
    this.bury(now)
    const received = (this.settings.fifo ? this.inOrder(now) : shuffle(this.visible(now))).slice(0, most)
    for (const message of received) {
      message.receives++
      message.visibleAt = now + this.settings.visibilityMs
      message.receipt = `${message.id}-${message.receives}`
      this.onVisible(message.visibleAt)
    }
    return received.map(message => ({ ...message }))
  }

  /** Nothing where the message was handed out again since. */
  delete(now: number, receipt: string): void {
    const isIt = (message: Message) => message.receipt === receipt && (!this.settings.fifo || message.visibleAt > now)
    this.messages = this.messages.filter(message => !isIt(message))
  }

  /** A copy that comes though the message was deleted, as a standard queue may do on rare occasions. */
  revive(now: number, message: Message): void {
    this.add({ ...message, visibleAt: now, receipt: null })
  }

  /** What is before a message in its group. */
  before(id: string): string[] {
    const place = this.messages.findIndex(message => message.id === id)
    const group = this.messages[place]?.group
    return this.messages
      .slice(0, Math.max(0, place))
      .flatMap(message => (message.group === group ? [message.body] : []))
  }

  /** Moves everything to where it came from, as new messages. */
  redrive(now: number, source: Queue): void {
    for (const message of this.messages.splice(0))
      source.add({ ...message, sentAt: now, receives: 0, visibleAt: now, receipt: null })
  }

  private add(message: Message): void {
    this.messages.push(message)
    this.onVisible(message.visibleAt)
  }

  /** What was received too often moves to the dead letters; the time of a standard queue's message goes with it. */
  private bury(now: number): void {
    const { mostReceives, fifo } = this.settings
    if (!this.deadLetters || mostReceives === null) return
    const isDead = (message: Message) => message.visibleAt <= now && message.receives >= mostReceives
    const dead = this.messages.filter(isDead)
    if (dead.length === 0) return
    this.messages = this.messages.filter(message => !dead.includes(message))
    for (const message of dead) this.deadLetters.add({ ...message, sentAt: fifo ? now : message.sentAt })
  }

  private visible(now: number): Message[] {
    return this.messages.filter(({ visibleAt }) => visibleAt <= now)
  }

  private inOrder(now: number): Message[] {
    const waiting = new Set<string | null>()
    return this.messages.filter(({ group, visibleAt }) => {
      if (visibleAt > now) waiting.add(group)
      return !waiting.has(group)
    })
  }
}
