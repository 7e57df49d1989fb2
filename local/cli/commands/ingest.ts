import { Rejection } from '../../../lambdas/core/article/rejection.ts'
import type { Values } from '../args/flags.ts'
import { metadataFlags } from '../args/metadata.ts'
import { command } from '../command.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { apiFlags } from '../http/api-flags.ts'
import { type Client, connect, Refused } from '../http/client.ts'
import { type Io, write } from '../io.ts'
import { NoFile } from '../reading/bytes.ts'
import { listFiles } from '../uploading/files.ts'
import { Progress } from '../uploading/progress.ts'
import { type Upload, uploadOf, uploadsOfLines } from '../uploading/uploads.ts'

const flags = {
  ...metadataFlags,
  ndjson: { about: 'one article per line; so are files that end in .ndjson or .jsonl' },
  ...apiFlags,
} as const

export default command({
  usage: ['ingest FILE|DIR|-…'],
  about: `Uploads articles: plain text, Markdown, HTML or JSON. A directory stands for all files under it; - is standard input.
One that can't be read is named with the reason, the others are uploaded. The same article twice is nothing.`,
  flags,
  operands: [1, Number.POSITIVE_INFINITY],
  examples: [
    'npx claimwire ingest articles/',
    'npx claimwire ingest --source Reuters --date 2023-09-22 --url https://example.org/a page.html',
    'curl -s https://example.org/a | npx claimwire ingest --url https://example.org/a -',
  ],
  async run({ flags, operands }, io) {
    const files = await listFiles(operands)
    if (files.length > 1 && (flags.title || flags.url)) {
      throw new UsageError(`--title and --url are of one article, but ${files.length} files are given.`)
    }
    const progress = new Progress(io, files.length)
    const client = connect(io, flags.api)
    for (const file of files) await uploadFile(file, flags, io, client, progress)
    return summarize(progress, flags.json === true, io)
  },
})

async function uploadFile(file: string, given: Values<typeof flags>, io: Io, client: Client, progress: Progress) {
  progress.begin(file)
  if (!given.ndjson && !/\.(ndjson|jsonl)$/i.test(file)) return upload(uploadOf(file, given, io), client, progress)
  try {
    for await (const one of uploadsOfLines(file, io)) await upload(one, client, progress)
  } catch (error) {
    if (!(error instanceof NoFile)) throw error
    progress.fail(file, error.message)
  }
}

async function upload({ name, read }: Upload, client: Client, progress: Progress): Promise<void> {
  try {
    const answer = (await client.post('/v1/articles', await read())) as { id: string }
    progress.succeed(name, answer.id)
  } catch (error) {
    if (!(error instanceof Rejection || error instanceof NoFile || error instanceof Refused)) throw error
    progress.fail(name, error.message)
  }
}

async function summarize({ uploaded, failed }: Progress, json: boolean, io: Io): Promise<ExitCode> {
  const articles = uploaded.length === 1 ? '1 article' : `${uploaded.length} articles`
  const failures = failed.length > 0 ? `, ${failed.length} not; the reasons are above` : ''
  const none = uploaded.length + failed.length === 0
  const words = none ? 'There was nothing to upload.' : `${articles} uploaded${failures}.`
  await write(io.stdout, json ? `${JSON.stringify({ uploaded, failed }, null, 2)}\n` : `${words}\n`)
  return none || failed.length > 0 ? exit.failed : exit.ok
}
