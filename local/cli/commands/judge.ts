import { MAX_TEXT_LENGTH } from '../../../lambdas/core/article/article.ts'
import { wellFormed } from '../../../lambdas/core/article/decode.ts'
import { Rejection } from '../../../lambdas/core/article/rejection.ts'
import { command } from '../command.ts'
import { UsageError } from '../exit.ts'
import { eachLine, type Row } from '../reading/each-line.ts'

export default command({
  usage: ['judge --ndjson < PAIRS'],
  about: `Judges pairs of claims: a stands, b comes later. Reads { a, b } per line, two claim texts, and writes
{ verdict, score, because } per line, in order: new, repeat, update or contradiction.`,
  flags: { ndjson: { about: 'one pair per line in, one verdict per line out' } },
  operands: [0, 0],
  examples: [`echo '{"a":"The road is open.","b":"The road is closed."}' | npx claimwire judge --ndjson`],
  async run({ flags }, io) {
    if (!flags.ndjson) throw new UsageError('judge reads pairs from standard input: claimwire judge --ndjson < PAIRS')
    const { judgeTexts } = await import('../judge.ts')
    return eachLine(io, row => judgeTexts(claimText(row, 'a'), claimText(row, 'b')))
  },
})

function claimText(row: Row, field: 'a' | 'b'): string {
  const text = row[field]
  if (typeof text !== 'string' || text.trim() === '') {
    throw new Rejection('bad-json', `Expected { "a": "…", "b": "…" }, two claim texts; ${field} is none.`)
  }
  if (text.length > MAX_TEXT_LENGTH) {
    throw new Rejection('too-long', `${field} has ${text.length} characters; at most ${MAX_TEXT_LENGTH} are read.`)
  }
  return wellFormed(text)
}
