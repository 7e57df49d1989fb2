import { Readable, Writable } from 'node:stream'
import { main } from '../../../local/cli/main.ts'

interface Given {
  stdin?: string | Uint8Array | Iterable<string | Uint8Array>
  env?: Record<string, string>
  fetch?: typeof fetch
  now?: Date
  signal?: AbortSignal
  /** A terminal of this width; without it the output goes to a file. */
  columns?: number
  /** Whether somebody can be asked. */
  answers?: boolean
  /** Called with everything that is printed so far, whenever something is. */
  onOutput?: (stdout: string) => void
}
export interface Ran {
  code: number
  stdout: string
  stderr: string
}

/** Runs one command line in this process, as a shell would. */
export async function runCli(args: string[], given: Given = {}): Promise<Ran> {
  const { stdin = '', env = {}, now = new Date('2024-03-10T12:00:00Z'), columns, onOutput } = given
  const stdout = new Sink(columns, onOutput)
  const stderr = new Sink(columns)
  const input = typeof stdin === 'string' || stdin instanceof Uint8Array ? [Buffer.from(stdin)] : stdin
  const code = await main(args, {
    stdin: Object.assign(Readable.from(input), { isTTY: given.answers === true }),
    stdout,
    stderr,
    env,
    fetch: given.fetch ?? unreachable,
    now: () => now,
    signal: given.signal ?? new AbortController().signal,
  })
  return { code, stdout: stdout.text, stderr: stderr.text }
}

/** What a screen or a file received; a slow reader, so that a writer that doesn't wait is found out. */
class Sink extends Writable {
  text = ''
  readonly isTTY: boolean
  readonly columns: number | undefined
  readonly #onOutput: ((text: string) => void) | undefined

  constructor(columns?: number, onOutput?: (text: string) => void) {
    super({ highWaterMark: 1 })
    this.isTTY = columns !== undefined
    this.columns = columns
    this.#onOutput = onOutput
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    this.#onOutput?.(this.text)
    setImmediate(done)
  }
}

const unreachable: typeof fetch = async () => {
  throw new TypeError('fetch failed')
}
