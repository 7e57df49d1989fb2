import { SHIPPED_TOPICS } from '../../../lambdas/core/topics/shipped.ts'
import { metadataFlags } from '../args/metadata.ts'
import { command } from '../command.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { json } from '../format/json.ts'
import { visible, visibleLines } from '../format/plain.ts'
import { screenOf } from '../format/style.ts'
import { type Io, write } from '../io.ts'
import { articleOfAnyId, articleOfFile } from '../reading/article.ts'
import { eachLine } from '../reading/each-line.ts'
import { told } from '../reading/told.ts'

export default command({
  usage: ['extract FILE…', 'extract --explain FILE…', 'extract --ndjson < ARTICLES'],
  about: `Prints what articles say, as JSON: entities, figures and claims, each with its place in the text.
One document per FILE (- for standard input); with --ndjson one article per line of standard input
({ id?, title?, source?, url?, publishedAt?, text }, or contentType and body in place of text) and one
extraction per line, in order. Blank lines are passed over; a line that can't be read gives
{ id, line, error: { code, message } }.`,
  flags: {
    ...metadataFlags,
    ndjson: { about: 'one article per line in, one extraction per line out' },
    explain: { about: 'the article with its claims marked, and the rule of each, in place of JSON' },
  },
  operands: [0, Number.POSITIVE_INFINITY],
  examples: [
    'npx claimwire extract article.txt',
    'npx claimwire extract --source Reuters --date 2023-09-22 page.html',
    'npx claimwire extract --ndjson < articles.ndjson > extractions.ndjson',
  ],
  async run({ flags, operands }, io) {
    checkUsage(flags, operands.length)
    // Loaded here, so that help and a wrong command line don't wait for the language model.
    const { extract } = await import('../../../lambdas/core/extract/extract.ts')
    if (flags.ndjson) return eachLine(io, async row => extract(await articleOfAnyId(row), SHIPPED_TOPICS))
    const { explain } = await import('../explain.ts')
    return eachFile(operands, io, async file => {
      const extraction = extract(await articleOfFile(file, flags, io), SHIPPED_TOPICS)
      return flags.explain ? explain(extraction, screenOf(io).paint) : `${json(extraction, 2)}\n`
    })
  },
})

function checkUsage({ ndjson, explain }: { ndjson?: boolean; explain?: boolean }, files: number): void {
  if (ndjson && explain) throw new UsageError('--explain is for reading a FILE; --ndjson is for machines.')
  if (ndjson && files > 0) throw new UsageError('extract takes FILE… or --ndjson, not both.')
  if (ndjson || files > 0) return
  throw new UsageError('extract needs a FILE, or --ndjson with articles on standard input.')
}

async function eachFile(files: string[], io: Io, answer: (file: string) => Promise<string>): Promise<ExitCode> {
  let code: ExitCode = exit.ok
  for (const file of files) {
    try {
      await write(io.stdout, await answer(file))
    } catch (error) {
      code = exit.failed
      await write(io.stderr, `claimwire: ${visible(file)}: ${visibleLines(told(error))}\n`)
    }
  }
  return code
}
