import type { Article } from '../../../lambdas/core/article/article.ts'
import type { Values } from '../args/flags.ts'
import type { metadataFlags } from '../args/metadata.ts'
import { exit } from '../exit.ts'
import type { Client } from '../http/client.ts'
import { Refused } from '../http/refused.ts'
import type { Io } from '../io.ts'
import { NoFile } from '../reading/bytes.ts'
import { told } from '../reading/told.ts'
import { Pool } from './pool.ts'
import type { Progress, Uploaded } from './progress.ts'
import { type Sent, send } from './send.ts'
import { type Upload, uploadOf, uploadsOfLines } from './uploads.ts'

export type UploadFlags = Values<typeof metadataFlags> & { ndjson?: boolean; backfill?: boolean }

/**
 * Uploads each file, `atOnce` at a time; one that can't be read or is refused is told with the reason, and the others go on.
 * Articles are read one after the other, and those of one id are sent so too: which text is the later one depends on it.
 */
export async function uploadAll(
  files: readonly string[],
  client: Client,
  progress: Progress,
  io: Io,
  flags: UploadFlags = {},
  atOnce = 1,
): Promise<void> {
  const pool = new Pool(atOnce)
  const last = new Map<string, Promise<void>>()
  let nth = 0
  const upload = async ({ name, read }: Upload) => {
    const article = await tried(name, read, progress)
    if (!article) return
    const { id, title } = article
    const entry = { nth: nth++, name, title }
    await pool.add(async () => {
      const before = last.get(id)
      const sending = (async () => {
        await before
        await settled(entry, () => send(article, flags.backfill === true, client), progress)
      })()
      // Whether it failed is told by the pool; the next text only waits for it.
      const ended = sending.catch(() => {})
      last.set(id, ended)
      await sending
      if (last.get(id) === ended) last.delete(id)
    })
  }
  for (const file of files) {
    progress.begin(file)
    if (flags.ndjson || /\.(ndjson|jsonl)$/i.test(file)) await eachLine(file, upload, progress, io)
    else await upload(uploadOf(file, flags, io))
  }
  await pool.done()
}

async function eachLine(file: string, upload: (one: Upload) => Promise<void>, progress: Progress, io: Io) {
  try {
    for await (const one of uploadsOfLines(file, io)) await upload(one)
  } catch (error) {
    if (!(error instanceof NoFile)) throw error
    progress.fail(file, error.message)
  }
}

async function tried(name: string, read: () => Promise<Article>, progress: Progress): Promise<Article | undefined> {
  try {
    return await read()
  } catch (error) {
    progress.fail(name, told(error))
    return undefined
  }
}

async function settled(entry: Omit<Uploaded, keyof Sent>, sending: () => Promise<Sent>, progress: Progress) {
  try {
    progress.succeed({ ...entry, ...(await sending()) })
  } catch (error) {
    // Who isn't let in need not try the rest.
    if (!(error instanceof Refused) || error.code === exit.denied) throw error
    progress.fail(entry.name, error.message)
  }
}
