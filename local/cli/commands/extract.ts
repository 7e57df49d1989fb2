import { readFile } from 'node:fs/promises'
import { extract } from '../../../lambdas/core/extract/extract.ts'
import type { Values } from '../args/flags.ts'
import { metadataFlags } from '../args/metadata.ts'
import { command } from '../command.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { type Io, write } from '../io.ts'
import { articleOfBytes, articleOfRow } from '../reading/article.ts'
import { eachLine } from '../reading/each-line.ts'
import { Unreadable } from '../reading/unreadable.ts'
import { shippedTopics } from '../topics.ts'

export default command({
  usage: ['extract FILE…', 'extract --ndjson < ARTICLES'],
  about: `Prints what articles say, as JSON: entities, figures and claims, each with its place in the text.
One document per FILE; with --ndjson one article per line of standard input ({ id?, title?, source?, url?,
publishedAt?, text }, or contentType and body in place of text) and one extraction per line, in order.
Blank lines are passed over. A line that can't be read gives { id, line, error: { code, message } }.`,
  flags: {
    ...metadataFlags,
    ndjson: { about: 'read one article per line, write one extraction per line' },
  },
  operands: [0, Number.POSITIVE_INFINITY],
  examples: [
    'npx claimwire extract article.txt',
    'npx claimwire extract --source Reuters --date 2023-09-22 page.html',
    'npx claimwire extract --ndjson < articles.ndjson > extractions.ndjson',
  ],
  async run({ flags, operands }, io) {
    if (flags.ndjson) return eachLine(io, row => extract(articleOfRow(row), shippedTopics))
    if (operands.length === 0)
      throw new UsageError('extract needs a FILE, or --ndjson with articles on standard input.')
    return extractFiles(operands, flags, io)
  },
})

async function extractFiles(files: string[], flags: Values<typeof metadataFlags>, io: Io): Promise<ExitCode> {
  let code: ExitCode = exit.ok
  for (const file of files) {
    try {
      const article = articleOfBytes(await readFile(file), { title: flags.title })
      await write(io.stdout, `${JSON.stringify(extract(article, shippedTopics), null, 2)}\n`)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      code = exit.failed
      await write(io.stderr, `claimwire: ${file}: ${error.message}\n`)
    }
  }
  return code
}
