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

  constructor(cause: NodeJS.ErrnoException) {
    super(REASONS.get(cause.code ?? '') ?? cause.message, { cause })
  }
}

/** A file piece by piece, or standard input for `-`. @throws {NoFile} */
export async function* piecesOf(file: string, io: Io): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of file === '-' ? io.stdin : createReadStream(file)) {
      yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    }
  } catch (error) {
    throw new NoFile(error as NodeJS.ErrnoException)
  }
}

/** The bytes of a file; of one that is too large no more is read than tells so. @throws {NoFile} @throws {Rejection} */
export async function readBytes(file: string, io: Io): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of piecesOf(file, io)) {
    length += piece.length
    if (length > MAX_UPLOAD_BYTES) {
      const limit = MAX_UPLOAD_BYTES.toLocaleString('en-US')
      throw new Rejection('too-large', `The upload is over ${limit} bytes; at most ${limit} are read.`)
    }
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
