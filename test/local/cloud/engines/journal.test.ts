import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Journal } from '../../../../local/cloud/engines/journal.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what was put and not deleted is there again, in order', () => {
  const path = join(folder, 'j')
  const journal = new Journal<number>(path)
  for (const id of ['a', 'b', 'c']) journal.put(id, 1)
  journal.delete('b')
  journal.put('a', 2)
  expect([...new Journal<number>(path).live]).toEqual([
    ['c', 1],
    ['a', 2],
  ])
})

test('a line that a kill tore is as if it had not been written', () => {
  const path = join(folder, 'j')
  new Journal<string>(path).put('a', 'whole')
  appendFileSync(path, '["b","to')
  const journal = new Journal<string>(path)
  expect([...journal.live]).toEqual([['a', 'whole']])
  journal.put('c', 'next')
  expect([...new Journal<string>(path).live.keys()]).toEqual(['a', 'c'])
})

test("it doesn't grow with what is long gone", () => {
  const path = join(folder, 'j')
  const journal = new Journal<string>(path)
  for (let index = 0; index < 5000; index++) {
    journal.put('only', 'x'.repeat(100))
    journal.delete('only')
  }
  expect(readFileSync(path).length).toBeLessThan(200_000)
  expect(journal.live.size).toBe(0)
})
