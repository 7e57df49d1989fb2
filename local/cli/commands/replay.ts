import { SHIPPED_TOPICS } from '../../../lambdas/core/topics/shipped.ts'
import { command } from '../command.ts'
import { UsageError } from '../exit.ts'
import { articleOfAnyId } from '../reading/article.ts'
import { eachLine } from '../reading/each-line.ts'
import { MemoryLedger } from '../replay/memory-ledger.ts'

export default command({
  usage: ['replay --ndjson < ARTICLES'],
  about: `Judges articles in the order given, against an empty ledger in memory, as the alert function would.
Writes one line per article: { id, text, claims: [{ …claim, verdict, because, ref }], alerts: [{ topic, claims: [id] }] }.
Nothing is stored and nobody is alerted.`,
  flags: { ndjson: { about: 'one article per line in, one line per article out' } },
  operands: [0, 0],
  examples: ['npx claimwire replay --ndjson < story.ndjson > judged.ndjson'],
  async run({ flags }, io) {
    if (!flags.ndjson)
      throw new UsageError('replay reads articles from standard input: claimwire replay --ndjson < ARTICLES')
    const { Replay } = await import('../replay/replay.ts')
    const replay = new Replay(new MemoryLedger(), SHIPPED_TOPICS)
    return eachLine(io, async row => replay.next(await articleOfAnyId(row), io.now()))
  },
})
