import { describe, expect, it } from 'vitest'
import { SAFE_ID } from '../../lambdas/core/article/identity.ts'
import { readArticle } from '../../lambdas/core/article/read-article.ts'
import { CANARY_TOPIC, canaryOf } from '../../lambdas/core/canary.ts'
import { ASIDE, CANARY } from '../../lambdas/core/store/keys.ts'
import { Topic } from '../../lambdas/core/topics/topic.ts'
import { MemoryLedger } from '../../local/cli/replay/memory-ledger.ts'
import { Replay } from '../../local/cli/replay/replay.ts'

const HOUR = 3_600_000
const START = Date.parse('2026-12-31T20:00:00.123Z')

describe('canaries', () => {
  it('are news, each of them, also two within a second', async () => {
    const replay = new Replay(new MemoryLedger(), [CANARY_TOPIC])
    for (const now of [START, START + 1, ...Array.from({ length: 10 }, (_, i) => START + (i + 1) * HOUR)]) {
      const { body, key } = canaryOf(now)
      const article = readArticle({ body, contentType: 'application/json' })
      expect({ id: article.id, at: article.publishedAt }).toEqual({ id: key.id, at: key.at })
      const { alerts } = await replay.next(article, new Date(now))
      expect(alerts, body).toMatchObject([{ topic: CANARY, claims: [expect.any(String)] }])
    }
  })

  it('have a topic and partitions that nothing of people’s can be called like', () => {
    const { name, ...rest } = CANARY_TOPIC
    expect(Topic.safeParse({ ...rest, name: 'canary' }).success).toBe(true)
    expect(Topic.safeParse({ ...rest, name }).success).toBe(false)
    expect(SAFE_ID.test('x')).toBe(true)
    expect(SAFE_ID.test(`x${ASIDE}`)).toBe(false)
  })
})
