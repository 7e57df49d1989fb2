import { expect, it } from 'vitest'
import { timeLimit } from '../../lambdas/ingest/time-limit.ts'

it('gives each article the same time, from when it is begun', () => {
  let now = 0
  const begin = timeLimit(100, () => now)
  const first = begin()
  now = 60
  const second = begin()
  now = 99
  expect([first(), second()]).toEqual([false, false])
  now = 100
  expect([first(), second()]).toEqual([true, false])
  now = 160
  expect([first(), second()]).toEqual([true, true])
})
