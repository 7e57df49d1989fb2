import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { StoredArticle } from '../lambdas/core/article/stored-article.ts'
import type { JudgedClaim, Ruling } from '../lambdas/core/ledger/ledger.ts'
import { headOf } from '../lambdas/core/ledger/rule.ts'
import { candidateKeys } from '../lambdas/core/novelty/candidate-keys.ts'
import { filedUnder, rulingsOf, timed } from '../lambdas/core/store/keys.ts'
import { pack } from '../lambdas/core/store/packing.ts'
import { TABLE } from '../test/support/table.ts'
import type { CountingTable } from './counting-table.ts'

/** Claims in one ruling of the filling. */
const PER_RULING = 8

/** Fills the ledger with other rulings under the very keys that the story's claims will ask for: the worst case. */
export async function fill({ client }: CountingTable, story: readonly StoredArticle[], size: number): Promise<void> {
  const asked = story.flatMap(({ extraction, propositions }) =>
    extraction.claims.flatMap(({ id, topics }) =>
      topics.flatMap(topic => candidateKeys(propositions[id]!).map(key => ({ topic, key }))),
    ),
  )
  if (asked.length === 0) return
  const sample = aRuling(story)
  let items: Record<string, unknown>[] = []
  const flush = async () => {
    const requests = items.map(Item => ({ PutRequest: { Item } }))
    await client.send(new BatchWriteCommand({ RequestItems: { [TABLE]: requests } }))
    items = []
  }
  for (let i = 0; i < size / PER_RULING; i++) {
    const { topic, key } = asked[i % asked.length]!
    const at = new Date(Date.UTC(2020, 0, 1) + i * 60_000).toISOString()
    const sk = timed(at, `filler-${i}#r`)
    const article = { ...sample.article, id: `filler-${i}`, revision: 'r', at }
    items.push(
      { pk: rulingsOf(topic), sk, body: pack({ ...sample, topic, article }) },
      { pk: filedUnder(topic, key), sk },
    )
    if (items.length === 24) await flush()
  }
  if (items.length > 0) await flush()
}

/** A ruling of a usual size whose claims are like no other's. */
function aRuling(story: readonly StoredArticle[]): Ruling {
  const head = headOf(story[0]!)
  const found = story.flatMap(({ extraction, propositions }) =>
    extraction.claims.flatMap(claim =>
      propositions[claim.id] ? [{ claim, proposition: propositions[claim.id]! }] : [],
    ),
  )
  const claims = found.slice(0, PER_RULING).map(
    ({ claim, proposition }, i): JudgedClaim => ({
      id: `c_filler_${i}`,
      root: `c_filler_${i}`,
      speaker: null,
      text: claim.content.text,
      content: claim.content.text,
      polarity: claim.polarity,
      modality: claim.modality,
      entities: claim.entities,
      verdict: 'new',
      because: 'a filling',
      ref: null,
      contradicts: [],
      outlets: 1,
      alerted: true,
      proposition: {
        ...proposition,
        words: `Filler number ${i}`,
        actions: ['fill'],
        actors: [],
        objects: [],
        figures: [],
      },
    }),
  )
  return { id: 'al_filler', topic: 'talks', article: head, correction: false, claims, withdrawn: [], status: 'silent' }
}
