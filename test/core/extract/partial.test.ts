import { describe, expect, it } from 'vitest'
import { read } from '../../../lambdas/core/extract/extract.ts'
import { SHIPPED_TOPICS } from '../../../lambdas/core/topics/shipped.ts'
import { articleOf } from '../../support/faults.ts'

const extract = (...given: Parameters<typeof read>) => read(...given).extraction
/** Late from the so-manieth time on that it is asked. */
const lateAt = (times: number) => {
  let asked = 0
  return () => ++asked >= times
}
const LONG = Array.from(
  { length: 40 },
  (_, i) => `Envoy ${i} said on Monday that the talks in Geneva had made progress.`,
)

describe('an article that takes too long to read', () => {
  it('gives what its text says up to there, and says where that is', () => {
    const text = LONG.join('\n\n')
    for (const times of [1, 2, 7, 39]) {
      const { partial, ...found } = extract(articleOf(text), SHIPPED_TOPICS, lateAt(times))
      expect(partial).toEqual({ readTo: text.indexOf(`Envoy ${times} `) })
      const { article: _, ...whole } = extract(articleOf(text.slice(0, partial!.readTo)), SHIPPED_TOPICS)
      expect(found).toEqual({ article: articleOf(text), ...whole })
      expect(found.claims).toHaveLength(times)
    }
  })

  it('is cut at the end of a sentence, also within a paragraph', () => {
    const text = LONG.join(' ')
    const { partial, claims } = extract(articleOf(text), SHIPPED_TOPICS, lateAt(1))
    expect(text.slice(0, partial!.readTo)).toMatch(/progress\. $/)
    expect(claims.length).toBeGreaterThan(20)
    expect(claims.length).toBeLessThan(40)
  })

  it('is not marked where it was late only after all was read', () => {
    expect(extract(articleOf(LONG[0]!), SHIPPED_TOPICS, () => true)).not.toHaveProperty('partial')
    const text = LONG.join('\n\n')
    expect(extract(articleOf(text), SHIPPED_TOPICS, lateAt(40))).toEqual(extract(articleOf(text), SHIPPED_TOPICS))
  })

  it('is asked often: whatever the text, a piece of it is short', () => {
    const hostile = ['a, '.repeat(66_000), 'Mr. '.repeat(50_000), `“${'x '.repeat(99_000)}`, '1,'.repeat(99_000)]
    for (const text of [...hostile, LONG.join(' ').repeat(50), 'x'.repeat(200_000)]) {
      const { partial } = extract(articleOf(text), SHIPPED_TOPICS, lateAt(10))
      expect(partial!.readTo).toBeGreaterThan(0)
      expect(partial!.readTo).toBeLessThanOrEqual(10 * 2_000)
    }
  })
})
