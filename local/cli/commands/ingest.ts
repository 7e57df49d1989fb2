import { metadataFlags } from '../args/metadata.ts'
import { command } from '../command.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { apiFlags } from '../http/api-flags.ts'
import { connect } from '../http/client.ts'
import { type Io, write } from '../io.ts'
import { listFiles } from '../uploading/files.ts'
import { Progress } from '../uploading/progress.ts'
import { uploadAll } from '../uploading/upload-all.ts'

const flags = {
  ...metadataFlags,
  ndjson: { about: 'one article per line; so are files that end in .ndjson or .jsonl' },
  backfill: { about: 'to fill the past: stored, and nobody is alerted' },
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
    await uploadAll(files, connect(io, flags), progress, io, flags)
    return summarize(progress, flags.json === true, io)
  },
})

async function summarize({ uploaded, failed }: Progress, json: boolean, io: Io): Promise<ExitCode> {
  const articles = uploaded.length === 1 ? '1 article' : `${uploaded.length} articles`
  const failures = failed.length > 0 ? `, ${failed.length} not; the reasons are above` : ''
  const none = uploaded.length + failed.length === 0
  const words = none ? 'There was nothing to upload.' : `${articles} uploaded${failures}.`
  await write(io.stdout, json ? `${JSON.stringify({ uploaded, failed }, null, 2)}\n` : `${words}\n`)
  return none || failed.length > 0 ? exit.failed : exit.ok
}
