// Loaded into every process of a run, those that are killed too: keeps what functions ask of the engines, each call once.
import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'

const file = join(process.env.CLAIMWIRE_TEST_RUN, `${process.pid}-${threadId}.calls`)
const seen = new Set()
subscribe('claimwire:call', call => {
  const line = JSON.stringify(call)
  if (seen.has(line)) return
  seen.add(line)
  appendFileSync(file, `${line}\n`)
})
