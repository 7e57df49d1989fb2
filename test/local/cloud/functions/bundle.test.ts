import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bundle } from '../../../../local/cloud/functions/bundle.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bundle-'))
  writeFileSync(join(root, 'word.ts'), `export const word: string = 'one'`)
  writeFileSync(join(root, 'entry.ts'), `import { word } from './word.ts'\nexport const handler = () => word`)
})
afterEach(() => rmSync(root, { recursive: true }))

const run = () => bundle({ projectRoot: root, entries: { Speaker: 'entry.ts' }, cacheDir: join(root, 'cache') })
const answer = async (directory: string) => (await import(pathToFileURL(join(directory, 'Speaker.mjs')).href)).handler()

test('a bundle is kept while its sources stay the same, and made anew when one of them changes', async () => {
  const first = await run()
  expect(await answer(first)).toBe('one')
  expect(await run()).toBe(first)
  writeFileSync(join(root, 'word.ts'), `export const word: string = 'another'`)
  const second = await run()
  expect(second).not.toBe(first)
  expect(await answer(second)).toBe('another')
})

test('a source that is broken is an error that names it', async () => {
  writeFileSync(join(root, 'word.ts'), 'export const word = (')
  await expect(run()).rejects.toThrow(/word\.ts:1/)
})
