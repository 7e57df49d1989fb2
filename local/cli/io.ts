import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'

/** All that a command may touch of the process that it runs in; tests give their own. */
export interface Io {
  stdin: Readable
  stdout: Writable
  stderr: Writable
  env: Record<string, string | undefined>
  fetch: typeof fetch
  now: () => Date
  /** Ends a command that would wait for ever. */
  signal: AbortSignal
}

/** Writes, and waits while the reader is slower than we are. */
export async function write(out: Writable, text: string): Promise<void> {
  if (!out.write(text) && !out.destroyed) await once(out, 'drain')
}
