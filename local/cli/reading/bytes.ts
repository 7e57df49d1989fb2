import { createReadStream } from 'node:fs'
import { MAX_UPLOAD_BYTES } from '../../../lambdas/core/article/article.ts'
import { Rejection } from '../../../lambdas/core/article/rejection.ts'
import type { Io } from '../io.ts'

const REASONS = new Map([
  ['ENOENT', 'there is no such file.'],
  ['EISDIR', 'this is a directory. To upload all that is in it: claimwire ingest DIR'],
  ['EACCES', 'this user may not read it.'],
  ['EPERM', 'this user may not read it.'],
])

/** A file that the system doesn't give us; the message says why. */
export class NoFile extends Error {
  override name = 'NoFile'
}

/** The bytes of a file, or of standard input for `-`; of one that is too large no more is read than tells so. */
export async function readBytes(file: string, io: Io): Promise<Uint8Array> {
  try {
    return await gather(file === '-' ? io.stdin : createReadStream(file))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (error instanceof Rejection || code === undefined) throw error
    throw new NoFile(REASONS.get(code) ?? message, { cause: error })
  }
}

async function gather(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    const piece = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    length += piece.length
    if (length > MAX_UPLOAD_BYTES) {
      const limit = MAX_UPLOAD_BYTES.toLocaleString('en-US')
      throw new Rejection('too-large', `This is over ${limit} bytes; at most ${limit} are read.`)
    }
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
