import { Refused } from '../http/refused.ts'
import type { AlertItem } from '../queries/types.ts'
import type { Listed } from '../queries/walk.ts'

type Ask = (page: { cursor: string | undefined; limit: string }) => Promise<Listed<AlertItem>>

const LATEST = '25'
const SWEPT = '100'

/**
 * Follows a list that is ordered by the articles' time, so that what is new may come up anywhere in it. First it remembers what
 * is there. Then each look goes from the top as far as there is something new, and takes one page further of a sweep through
 * all of the list, again and again: nothing is missed, however old its article is, and a look stays a few requests long.
 */
export class Follower {
  readonly #ask: Ask
  readonly #seen = new Set<string>()
  #sweep: string | undefined
  #found: AlertItem[] = []
  #ready = false

  constructor(ask: Ask) {
    this.#ask = ask
  }

  /** Whether all that was there is remembered: what comes from now on is shown. */
  get ready(): boolean {
    return this.#ready
  }

  /** The alerts that came since, earlier articles first. What a look found before it failed, the next one gives. */
  async look(): Promise<AlertItem[]> {
    if (!this.#ready) {
      this.#ready = await this.#sweepOn()
      this.#found = []
      return []
    }
    if (!(await this.#lookAtLatest())) await this.#sweepOn()
    const found = this.#found.reverse()
    this.#found = []
    return found
  }

  /** Whether that was all of the list. */
  async #lookAtLatest(): Promise<boolean> {
    for (let cursor: string | undefined; ; ) {
      const { items, next } = await this.#ask({ cursor, limit: LATEST })
      if (next === undefined) return this.#keep(items) >= 0
      if (this.#keep(items) === 0) return false
      cursor = next
    }
  }

  /** Whether it came to the end. */
  async #sweepOn(): Promise<boolean> {
    try {
      const { items, next } = await this.#ask({ cursor: this.#sweep, limit: SWEPT })
      this.#keep(items)
      this.#sweep = next
    } catch (error) {
      // The API was exchanged for one that doesn't know this cursor.
      if (!(error instanceof Refused && error.status === 400 && this.#sweep !== undefined)) throw error
      this.#sweep = undefined
      return false
    }
    return this.#sweep === undefined
  }

  /** How many of them are new. */
  #keep(items: readonly AlertItem[]): number {
    const fresh = items.filter(({ id }) => !this.#seen.has(id))
    for (const { id } of fresh) this.#seen.add(id)
    this.#found.push(...fresh)
    return fresh.length
  }
}
