import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'claimwire-topics-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function check(topic: unknown) {
  const file = path.join(folder, 'topic.json')
  await writeFile(file, typeof topic === 'string' ? topic : JSON.stringify(topic, null, 2))
  return runCli(['topics', 'check', file])
}
const dam = {
  name: 'dam',
  title: 'The dam',
  match: ['dam'],
  needs: [],
  excludes: [],
  examples: { matches: ['The dam was damaged, the governor said.'], ignores: ['The harvest was good.'] },
}

describe('topics check FILE', () => {
  it('says that a topic is good', async () => {
    const { code, stdout } = await check(dam)
    expect(code).toBe(0)
    expect(stdout).toContain('topic dam (The dam) is good; 2 examples come out as they say')
  })

  it.each([
    ['broken JSON', '{\n  "name": dam\n}', 'topic.json:2: '],
    ['a field that is missing', { ...dam, match: undefined }, 'match'],
    [
      'an example that is not under the topic',
      { ...dam, examples: { matches: ['It rained.'], ignores: [] } },
      '"It rained."',
    ],
    ['a file that is empty', '', 'empty: 0 bytes'],
  ])('names line and reason of %s', async (_, topic, reason) => {
    const { code, stdout, stderr } = await check(topic)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('topic.json:')
    expect(stderr).toContain(reason)
  })
})
