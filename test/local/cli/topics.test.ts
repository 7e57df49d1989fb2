import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../../lambdas/api/app.ts'
import type { TopicStore } from '../../../lambdas/core/store/topic-store.ts'
import { withChecks } from '../../../lambdas/ingest/check-requests.ts'
import { apiDeps } from '../../support/api.ts'
import { watching } from '../../support/topics.ts'
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

describe('topics of one’s own, over the API', () => {
  const at = '2024-03-10T12:00:00.000Z'
  const standing = { name: 'dam', version: 'v1', since: at, changedAt: at }
  const ownTopics: Pick<TopicStore, 'latest' | 'add' | 'remove'> = {
    latest: async () => null,
    add: async () => ({ standing, was: 'absent' }),
    remove: async name => (name === 'dam' ? standing : null),
  }
  const nothing = async () => expect.fail('only topics are asked for')
  const ingest = withChecks(nothing)
  const topicChecker = async () => ({
    check: async (checkTopic: string) => (await ingest({ checkTopic })).problems,
  })
  const watched = { ...watching(), list: async () => [{ topic: dam, since: at }] }
  const app = createApp(apiDeps({ topics: watched, ownTopics, topicChecker }))
  const topics = (...args: string[]) =>
    runCli(['topics', ...args], { fetch: async (input, init) => app.request(String(input), init) })
  const written = async (topic: object) => {
    const file = path.join(folder, 'own.json')
    await writeFile(file, JSON.stringify(topic, null, 2))
    return file
  }

  it('are added, and it is said from when on', async () => {
    const file = await written(dam)
    const { code, stdout } = await topics('add', file)
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Topic dam \(The dam\) is added\..*two seconds/),
    })
    expect(JSON.parse((await topics('add', '--json', file)).stdout)).toMatchObject({ name: 'dam', did: 'added' })
  })

  it.each([
    [
      'an example that the API finds wrong',
      { ...dam, examples: { matches: ['It rained.'], ignores: [] } },
      'own.json:11: ',
    ],
    ['a phrase that is none', { ...dam, match: ['(('] }, 'own.json:5: '],
    ['the name of a shipped topic', { ...dam, name: 'talks' }, 'own.json: The topic is not yours'],
  ])('are refused with line and reason for %s', async (_, topic, reason) => {
    const { code, stdout, stderr } = await topics('add', await written(topic))
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: expect.stringContaining(reason) })
  })

  it('are listed with when they were added', async () => {
    expect((await topics('list')).stdout).toMatch(/dam +The dam +2024-03-10|dam +The dam +10 Mar 2024/)
    expect(JSON.parse((await topics('list', '--json')).stdout)).toEqual({
      items: [{ name: 'dam', title: 'The dam', since: at }],
    })
  })

  it('are removed by name, and one that is not there is an error', async () => {
    expect(await topics('remove', 'dam')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Topic dam is removed'),
    })
    expect(await topics('remove', 'nothing')).toMatchObject({ code: 1, stderr: expect.stringContaining('no topic') })
  })

  it('wait for no API that is not there', async () => {
    const { code, stderr } = await runCli(['topics', 'add', await written(dam)])
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining("can't be reached") })
  })
})
