import { describe, expect, it } from 'vitest'
import { predates } from '../../../lambdas/core/topics/predates.ts'

const SINCE = '2026-03-10T12:00:00.000Z'
const text = (uploadedAt: string, at = uploadedAt) => ({ uploadedAt, at })
const BEFORE = text('2026-03-10T09:00:00.000Z')
const AFTER = text('2026-03-10T13:00:00.000Z')
const LATER = text('2026-03-10T14:00:00.000Z')

describe('an article is from before a topic', () => {
  it.each([
    ['dated long before', '2023-09-24T00:00:00.000Z', true],
    ['dated by its day, the day before', '2026-03-09T00:00:00.000Z', true],
    ['dated by its day, on that day', '2026-03-10T00:00:00.000Z', false],
    ['of some hours before, and uploaded since', '2026-03-10T03:00:00.000Z', false],
    ['dated after', '2026-03-11T00:00:00.000Z', false],
  ])('%s: %s', (_, at, expected) => {
    const article = text(AFTER.uploadedAt, at)
    expect(predates(SINCE, article, [article])).toBe(expected)
  })

  it('where it is the first text since then of one that was there already', () => {
    expect(predates(SINCE, AFTER, [AFTER, BEFORE])).toBe(true)
    expect(predates(SINCE, AFTER, [LATER, AFTER, BEFORE])).toBe(true)
  })

  it('but not where an earlier text of it was judged under the topic', () => {
    expect(predates(SINCE, LATER, [LATER, AFTER, BEFORE])).toBe(false)
    expect(predates(SINCE, LATER, [LATER, AFTER])).toBe(false)
  })
})
