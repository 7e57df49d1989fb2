import { randomUUID } from 'node:crypto'
import { Environment, type FunctionSettings } from './environment.ts'

/** A function with its execution environments: warm ones are reused, new ones are made while all are busy, up to a limit. */
export class Lambda {
  readonly settings: FunctionSettings
  readonly #limit: number
  readonly #idle: Environment[] = []
  readonly #waiting: (() => void)[] = []
  #busy = 0
  #closed = false

  constructor(settings: FunctionSettings, limit: number) {
    this.settings = settings
    this.#limit = limit
  }

  /** Invocations under way or waiting for an environment. */
  get running(): number {
    return this.#busy + this.#waiting.length
  }

  /** Starts an environment ahead of the first invocation. */
  warm(): void {
    if (this.#idle.length + this.#busy === 0) this.#idle.push(new Environment(this.settings))
  }

  async invoke(event: unknown): Promise<unknown> {
    while (this.#busy >= this.#limit) await new Promise<void>(free => this.#waiting.push(free))
    if (this.#closed) throw new Error(`${this.settings.name} is closed`)
    this.#busy++
    const environment = this.#idle.pop() ?? new Environment(this.settings)
    try {
      return await environment.invoke(randomUUID(), event)
    } finally {
      this.#busy--
      if (this.#closed) await environment.stop()
      else if (!environment.broken) this.#idle.push(environment)
      this.#waiting.shift()?.()
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#idle.splice(0).map(environment => environment.stop()))
  }
}
