import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { synthesised } from '../run/folder.ts'
import { bundle, type Edit, ROOT } from './build.ts'
import { type Settings, settingsOf } from './settings.ts'
import type { Job, Report } from './worker.ts'

/** Threads that run seeds, on the system as it is or on a changed copy of it. */
export class Crew {
  private readonly folder: string
  private readonly workers: Worker[]
  private readonly idle: Worker[]
  private readonly waiting: ((worker: Worker) => void)[] = []
  private copies = 0

  private constructor(folder: string, size: number, settings: Settings) {
    this.folder = folder
    this.workers = Array.from(
      { length: size },
      () => new Worker(path.join(folder, 'worker.mjs'), { workerData: settings }),
    )
    this.idle = [...this.workers]
  }

  static async start(size = Math.min(2, availableParallelism())): Promise<Crew> {
    // Inside the project, so that packages resolve.
    mkdirSync(path.join(ROOT, 'coverage'), { recursive: true })
    const folder = mkdtempSync(path.join(ROOT, 'coverage/simulation-'))
    await bundle({ reading: 'reading.ts' }, folder)
    await bundle({ worker: 'worker.ts', system: 'system.ts' }, folder)
    return new Crew(folder, size, settingsOf(await synthesised()))
  }

  /** Seeds from one to another, shared among the threads. */
  async run(from: number, to: number): Promise<Report[]> {
    const step = this.workers.length
    const jobs = this.workers.map((_, i) =>
      this.give({ from: from + i, to, step, system: this.urlOf('system'), stops: false }),
    )
    return Promise.all(jobs)
  }

  /** The system with a planted bug, until a seed shows it. */
  async hunt(edits: readonly Edit[], to: number): Promise<Report> {
    const name = `system-${this.copies++}`
    await bundle({ [name]: 'system.ts' }, this.folder, edits)
    return this.give({ from: 1, to, step: 1, system: this.urlOf(name), stops: true })
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map(worker => worker.terminate()))
    rmSync(this.folder, { recursive: true, force: true })
  }

  private urlOf(name: string): string {
    return pathToFileURL(path.join(this.folder, `${name}.mjs`)).href
  }

  private async give(job: Job): Promise<Report> {
    const worker = this.idle.pop() ?? (await new Promise<Worker>(free => this.waiting.push(free)))
    try {
      return await new Promise<Report>((done, fail) => {
        worker.once('error', fail)
        worker.once('message', ({ report, error }: { report?: Report; error?: unknown }) =>
          report ? done(report) : fail(error),
        )
        worker.postMessage(job)
      })
    } finally {
      worker.removeAllListeners('error')
      const next = this.waiting.shift()
      if (next) next(worker)
      else this.idle.push(worker)
    }
  }
}

/** Together what each thread counted. */
export function sumOfHits(reports: readonly Report[]): Map<string, number> {
  const sum = new Map<string, number>()
  for (const { hits } of reports) for (const [what, times] of hits) sum.set(what, (sum.get(what) ?? 0) + times)
  return sum
}

export const toldOf = ({ seed, violations }: Report['broken'][number]): string =>
  [`seed ${seed}:`, ...violations.map(line => `  ${line}`), `  replay: npm run simulate -- --seed ${seed}`].join('\n')
