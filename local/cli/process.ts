import { setDefaultResultOrder } from 'node:dns'
import type { Io } from './io.ts'
import { main } from './main.ts'

/** Runs the command line of this process and leaves its exit code. */
export async function run(): Promise<void> {
  // `localhost` may resolve to ::1 first, where nothing of ours listens.
  setDefaultResultOrder('ipv4first')
  process.stdout.on('error', quietWhenClosed)
  process.stderr.on('error', quietWhenClosed)
  process.exitCode = await main(process.argv.slice(2), processIo())
}

function processIo(): Io {
  const { stdin, stdout, stderr, env } = process
  return { stdin, stdout, stderr, env, fetch, now: () => new Date(), signal: new AbortController().signal }
}

/** `claimwire claims | head` closes our output before we are done: that is the reader's choice, not an error. */
function quietWhenClosed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
}
