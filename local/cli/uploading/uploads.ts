import type { Article } from '../../../lambdas/core/article/article.ts'
import type { Values } from '../args/flags.ts'
import type { metadataFlags } from '../args/metadata.ts'
import type { Io } from '../io.ts'
import { articleOfFile, articleOfRow } from '../reading/article.ts'
import { piecesOf } from '../reading/bytes.ts'
import { rowOf } from '../reading/each-line.ts'
import { lines } from '../reading/lines.ts'

/** One article to upload, under the name that messages call it by. */
export interface Upload {
  name: string
  /** @throws {Rejection} @throws {NoFile} */
  read: () => Promise<Article>
}

/** The article of a file. */
export function uploadOf(file: string, flags: Values<typeof metadataFlags>, io: Io): Upload {
  return { name: shown(file), read: () => articleOfFile(file, flags, io) }
}

/** The articles of a file that holds one a line. */
export async function* uploadsOfLines(file: string, io: Io): AsyncGenerator<Upload> {
  for await (const line of lines(piecesOf(file, io))) {
    yield { name: `${shown(file)}, line ${line.number}`, read: async () => articleOfRow(rowOf(line)) }
  }
}

const shown = (file: string) => (file === '-' ? 'standard input' : file)
