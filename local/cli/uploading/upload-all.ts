import type { Article } from '../../../lambdas/core/article/article.ts'
import type { Values } from '../args/flags.ts'
import type { metadataFlags } from '../args/metadata.ts'
import type { Client } from '../http/client.ts'
import { Refused } from '../http/refused.ts'
import type { Io } from '../io.ts'
import { NoFile } from '../reading/bytes.ts'
import { told } from '../reading/told.ts'
import type { Progress } from './progress.ts'
import { type Upload, uploadOf, uploadsOfLines } from './uploads.ts'

export type UploadFlags = Values<typeof metadataFlags> & { ndjson?: boolean; backfill?: boolean }

type Send = (article: Article) => Promise<{ id: string }>

/** Uploads each file; one that can't be read or is refused is told with the reason, and the others go on. */
export async function uploadAll(
  files: readonly string[],
  client: Client,
  progress: Progress,
  io: Io,
  flags: UploadFlags = {},
): Promise<void> {
  const query = { backfill: flags.backfill ? 'true' : undefined }
  const send: Send = article => client.post('/v1/articles', article, query) as ReturnType<Send>
  for (const file of files) {
    progress.begin(file)
    if (!flags.ndjson && !/\.(ndjson|jsonl)$/i.test(file)) {
      await upload(uploadOf(file, flags, io), send, progress)
      continue
    }
    try {
      for await (const one of uploadsOfLines(file, io)) await upload(one, send, progress)
    } catch (error) {
      if (!(error instanceof NoFile)) throw error
      progress.fail(file, error.message)
    }
  }
}

async function upload({ name, read }: Upload, send: Send, progress: Progress): Promise<void> {
  let article: Article
  try {
    article = await read()
  } catch (error) {
    return progress.fail(name, told(error))
  }
  try {
    progress.succeed(name, (await send(article)).id)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    progress.fail(name, error.message)
  }
}
