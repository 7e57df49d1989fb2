import { fileURLToPath } from 'node:url'
import { ARTICLES, loadFixtures, loadStory } from '../fixtures/load.ts'
import type { Alert } from '../lambdas/core/notify/alert.ts'
import { CANARY } from '../lambdas/core/store/keys.ts'
import { type ExitCode, exit } from './cli/exit.ts'
import { printAlert } from './cli/format/alert.ts'
import { connect } from './cli/http/client.ts'
import { type Io, write } from './cli/io.ts'
import { listFiles } from './cli/uploading/files.ts'
import { Progress } from './cli/uploading/progress.ts'
import { uploadAll } from './cli/uploading/upload-all.ts'
import { type LocalCloud, startLocalCloud } from './cloud/local-cloud.ts'
import { synthesise } from './synthesise.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

export interface StartOptions {
  /** Files and directories to upload; none: the fixtures. */
  files: readonly string[]
  /** Ends when all is quiet. */
  once: boolean
  port: number
  /** What was ingested is kept here. */
  dataDir: string
}

/** Brings the pipeline up on this machine, uploads, prints each alert, and serves until it is told to stop. */
export async function start(options: StartOptions, io: Io): Promise<ExitCode> {
  const { dataDir, once } = options
  const files = options.files.length > 0 ? await listFiles(options.files) : storyFiles()
  await write(io.stderr, 'Starting the pipeline on this machine …\n')
  const cloud = await startLocalCloud({
    template: synthesise(),
    projectRoot: ROOT,
    dataDir,
    port: once ? 0 : options.port,
  })
  try {
    const progress = new Progress(io, files.length)
    const alerts = listen(cloud, io, progress)
    await uploadAll(files, connect(io, { api: cloud.apiUrl! }), progress, io)
    await cloud.idle()
    await alerts.printed()
    await write(io.stdout, summary(progress, alerts.count(), cloud))
    if (!once) {
      await write(io.stdout, invitation(cloud.apiUrl!))
      await stopped(io.signal)
    }
    return progress.failed.length > 0 ? exit.failed : exit.ok
  } finally {
    await cloud.close()
  }
}

/** The fixtures in the order in which their story happened. */
function storyFiles(): string[] {
  const files = new Map(loadFixtures().map(({ name, fileName }) => [name, fileURLToPath(new URL(fileName, ARTICLES))]))
  return loadStory().order.map(({ article }) => files.get(article)!)
}

/** Prints each alert once, in the order of their coming. */
function listen(cloud: LocalCloud, io: Io, progress: Progress) {
  const seen = new Set<string>()
  let printing = Promise.resolve()
  cloud.onPublished(({ message }) => {
    const alert = JSON.parse(message.default) as Alert
    if (alert.topic === CANARY || seen.has(alert.id)) return
    seen.add(alert.id)
    printing = printing.then(() => {
      progress.clear()
      return printAlert(alert, io.stdout, io.env)
    })
  })
  return { count: () => seen.size, printed: () => printing }
}

function summary({ uploaded, failed }: Progress, alerts: number, cloud: LocalCloud): string {
  const { batches, deadLetters } = cloud.failures()
  const dead = Object.values(deadLetters).reduce((sum, depth) => sum + depth, 0)
  const parts = [
    `${count(uploaded.length, 'article')} uploaded`,
    ...(failed.length > 0 ? [`${failed.length} refused (the reasons are above)`] : []),
    alerts > 0 ? count(alerts, 'alert') : 'no alert: nothing new was claimed',
    ...(batches > 0
      ? [`${count(batches, 'batch', 'batches')} failed and came again (see functions.log in the data folder)`]
      : []),
    ...(dead > 0 ? [`${count(dead, 'message')} in dead-letter queues`] : []),
  ]
  return `${parts.join(', ')}.\n`
}

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

const invitation = (url: string): string => `
Claimwire is listening at ${url}. Three things to try, in another terminal:
  npx claimwire claims --topic talks
  npx claimwire ingest ARTICLE.txt --source "My outlet"
  curl '${url}/v1/alerts?limit=1'
Stop it with Ctrl-C; what was ingested is kept.
`

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve())
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
