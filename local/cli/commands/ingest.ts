import { metadataFlags } from '../args/metadata.ts'
import { command } from '../command.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { json } from '../format/json.ts'
import { plain } from '../format/plain.ts'
import { apiFlags } from '../http/api-flags.ts'
import { connect } from '../http/client.ts'
import { type Io, write } from '../io.ts'
import { listFiles } from '../uploading/files.ts'
import { type Outcome, outcomeOf } from '../uploading/outcome.ts'
import { Progress } from '../uploading/progress.ts'
import { uploadAll } from '../uploading/upload-all.ts'

const PARALLEL = 8
const WAIT_SECONDS = 30

const flags = {
  ...metadataFlags,
  ndjson: { about: 'one article per line; so are files that end in .ndjson or .jsonl' },
  backfill: { about: 'to fill the past: stored, and nobody is alerted' },
  parallel: { value: 'N', about: `how many uploads at once (default ${PARALLEL})` },
  wait: {
    value: 'SECONDS',
    about: `how long to wait until the next one is stored and judged (default ${WAIT_SECONDS}; 0: not at all)`,
  },
  ...apiFlags,
} as const

export default command({
  usage: ['ingest FILE|DIR|-…'],
  about: `Uploads articles: plain text, Markdown, HTML or JSON. A directory stands for all files under it; - is standard input.
One that can't be read is named with the reason, the others are uploaded. The same article twice is nothing.
Waits until all are stored and judged, and tells what came of them; ends with 1 where one was rejected.`,
  flags,
  operands: [1, Number.POSITIVE_INFINITY],
  examples: [
    'npx claimwire ingest articles/',
    'npx claimwire ingest --source Reuters --date 2023-09-22 --url https://example.org/a page.html',
    'npx claimwire ingest --backfill --parallel 16 --wait 0 archive.ndjson',
    'curl -s https://example.org/a | npx claimwire ingest --url https://example.org/a -',
  ],
  async run({ flags, operands }, io) {
    const atOnce = wholeNumber('--parallel', flags.parallel, 1, 64) ?? PARALLEL
    const wait = wholeNumber('--wait', flags.wait, 0, 3600) ?? WAIT_SECONDS
    const files = await listFiles(operands)
    if (files.length > 1 && (flags.title || flags.url)) {
      throw new UsageError(`--title and --url are of one article, but ${files.length} files are given.`)
    }
    const began = io.now()
    const progress = new Progress(io, files.length)
    const client = connect(io, flags)
    await uploadAll(files, client, progress, io, flags, atOnce)
    const watch = { client, progress, atOnce, began, patienceMs: wait * 1000 }
    const outcome = wait > 0 ? await outcomeOf(progress.uploaded, watch) : undefined
    progress.clear()
    return summarize(progress, outcome, flags.json === true, io)
  },
})

function wholeNumber(flag: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new UsageError(`${flag} takes a whole number from ${least} to ${most}; got '${text}'.`)
}

async function summarize(progress: Progress, outcome: Outcome | undefined, asJson: boolean, io: Io): Promise<ExitCode> {
  const { failed } = progress
  const inOrder = progress.uploaded.toSorted((a, b) => a.nth - b.nth)
  const uploaded = inOrder.map(({ name, id, revision }) => ({ name, id, revision }))
  const none = uploaded.length + failed.length === 0
  const text = none ? 'There was nothing to upload.\n' : words(uploaded.length, failed.length, outcome)
  await write(io.stdout, asJson ? `${json({ uploaded, failed, ...outcome }, 2)}\n` : text)
  return none || failed.length > 0 ? exit.failed : exit.ok
}

function words(uploaded: number, failed: number, outcome: Outcome | undefined): string {
  const { stored = 0, known = 0, alerts = [], waiting = [] } = outcome ?? {}
  const parts = [
    `${count(uploaded, 'article')} uploaded`,
    ...(outcome
      ? [`${stored} stored${known > 0 ? ` (${known} known before)` : ''}`, count(alerts.length, 'alert')]
      : []),
    ...(failed > 0 ? [`${failed} rejected: the reasons are above`] : []),
  ]
  return [
    `${parts.join(', ')}.`,
    ...alerts.map(
      ({ id, topic, title }) => `  [${topic}] ${plain(title ?? 'An article without a title')}: claimwire alert ${id}`,
    ),
    ...(waiting.length > 0
      ? [`${waiting.length} not stored or not judged yet. What waits where: claimwire status`]
      : []),
    '',
  ].join('\n')
}

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`
