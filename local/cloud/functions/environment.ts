import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'

export interface FunctionSettings {
  name: string
  arn: string
  /** URL of the bundled module. */
  module: string
  variables: Record<string, string>
  timeoutMs: number
  memoryMb: number
  log(line: string): void
}

/** The function threw, took too long or ran out of memory. */
export class InvocationError extends Error {
  override name = 'InvocationError'
}

interface Reply {
  result?: string
  error?: { name: string; message: string; stack?: string }
}

/** A warm execution environment: it answers one invocation at a time, and once broken it is thrown away. */
export class Environment {
  readonly #worker: Worker
  readonly #settings: FunctionSettings
  readonly #ready: Promise<unknown>
  #settle: { done(reply: Reply): void; fail(error: Error): void } | null = null
  broken = false

  constructor(settings: FunctionSettings) {
    this.#settings = settings
    this.#worker = new Worker(new URL('environment.mjs', import.meta.url), {
      workerData: { module: settings.module, context: contextOf(settings) },
      env: settings.variables,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb },
    })
    for (const stream of [this.#worker.stdout, this.#worker.stderr]) {
      createInterface({ input: stream }).on('line', settings.log)
    }
    this.#worker.on('message', (reply: Reply) => this.#settle?.done(reply))
    this.#worker.on('error', error => this.#break(`${error.message}`, error))
    this.#worker.on('exit', () => this.#break('it stopped'))
    this.#ready = this.#reply()
    this.#ready.catch(() => this.stop())
  }

  async invoke(id: string, event: unknown): Promise<unknown> {
    await this.#ready
    const { timeoutMs } = this.#settings
    const timer = setTimeout(() => {
      this.#break(`it took longer than ${timeoutMs} ms`)
      void this.stop()
    }, timeoutMs)
    try {
      const reply = this.#reply()
      this.#worker.postMessage({ id, event, deadline: Date.now() + timeoutMs })
      return await reply
    } finally {
      clearTimeout(timer)
    }
  }

  async stop(): Promise<void> {
    this.broken = true
    await this.#worker.terminate()
  }

  #break(reason: string, cause?: Error): void {
    this.broken = true
    this.#settle?.fail(new InvocationError(`${this.#settings.name} failed: ${reason}`, { cause }))
  }

  #reply(): Promise<unknown> {
    return new Promise((done, fail) => {
      this.#settle = {
        fail,
        done: ({ error, result }) => {
          if (!error) return done(result === undefined ? undefined : JSON.parse(result))
          const cause = Object.assign(new Error(error.message), error)
          fail(new InvocationError(`${this.#settings.name} failed: ${error.name}: ${error.message}`, { cause }))
        },
      }
    })
  }
}

function contextOf(settings: FunctionSettings): Record<string, unknown> {
  return {
    functionName: settings.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: settings.arn,
    memoryLimitInMB: String(settings.memoryMb),
    logGroupName: `/aws/lambda/${settings.name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
  }
}
