import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { runSeed } from './run-seed.ts'
import type { Settings } from './settings.ts'
import type { System } from './system.ts'

/** Some seeds, from one to another by steps, on one system. */
export interface Job {
  from: number
  to: number
  step: number
  /** URL of the module that exports the system. */
  system: string
  /** Ends at the first seed that breaks something. */
  stops: boolean
}
export interface Report {
  runs: number
  broken: { seed: number; violations: string[] }[]
  hits: Map<string, number>
  /** Of all that happened, in the order of the seeds. */
  digest: string
  /** Of the last seed. */
  trace: string[]
}

async function work({ from, to, step, system: url, stops }: Job): Promise<Report> {
  // Errors are thrown by the million, and nobody reads where.
  if (to > from) Error.stackTraceLimit = 0
  const { system } = (await import(url)) as { system: System }
  const report: Report = { runs: 0, broken: [], hits: new Map(), digest: '', trace: [] }
  const digest = createHash('sha256')
  for (let seed = from; seed <= to; seed += step) {
    const { violations, trace } = await runSeed(seed, system, workerData as Settings, report.hits)
    report.runs++
    report.trace = trace
    digest.update(trace.join('\n'))
    if (violations.length > 0) report.broken.push({ seed, violations })
    if (stops && violations.length > 0) break
  }
  return { ...report, digest: digest.digest('hex') }
}

// A worker takes one job after the other, so that it reads the articles once.
parentPort!.on('message', (job: Job) => {
  work(job).then(
    report => parentPort!.postMessage({ report }),
    error => parentPort!.postMessage({ error }),
  )
})
