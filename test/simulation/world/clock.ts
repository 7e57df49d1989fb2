interface Planned {
  at: number
  /** Of what is planned for one moment, the first comes first. */
  order: number
  happen: () => void
}

/** Time that passes only from event to event. Between two events all code that can run has run. */
export class Clock {
  /** In milliseconds since 1970. */
  now: number
  private planned: Planned[] = []
  private count = 0

  constructor(start: number) {
    this.now = start
  }

  after(ms: number, happen: () => void): void {
    const event = { at: this.now + ms, order: this.count++, happen }
    // Most of what is planned comes soon after, so the place is near the end of a list that is sorted latest first.
    let place = this.planned.length
    while (place > 0 && precedes(this.planned[place - 1]!, event)) place--
    this.planned.splice(place, 0, event)
  }

  /** Until nothing more is planned. @throws where that never comes */
  async run(mostEvents: number): Promise<void> {
    for (let events = 0; this.planned.length > 0; events++) {
      if (events === mostEvents) throw new Error(`the world didn't come to rest within ${mostEvents} events`)
      const { at, happen } = this.planned.pop()!
      this.now = at
      happen()
      await settled()
    }
  }
}

const precedes = (a: Planned, b: Planned): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

/** Resolves when no promise has anything left to do. */
const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
