import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Template } from '../../../local/cloud/template/template.ts'
import { synthesised } from '../../run/folder.ts'
import { type Clients, type System, system } from '../system.ts'
import { runOnEngines } from './run.ts'
import { WIRE_FAULTS } from './wire.ts'

vi.mock('../../../lambdas/core/extract/extract.ts', async original => {
  const actual = await original<typeof import('../../../lambdas/core/extract/extract.ts')>()
  const { remembering } = await import('../remembering.ts')
  return { ...actual, read: remembering(actual.read) }
})

/** In all of them articles are corrected: only then anything is deleted. */
const SEEDS = [33, 52, 63, 134]

/** Both uploads and claims get lost in these. */
const LOSSES = [9, 11, 24, 86]

let template: Template
beforeAll(async () => {
  template = await synthesised()
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterAll(() => void vi.useRealTimers())

const setTime = (now: number) => void vi.setSystemTime(now)
const run = (seed: number, given: System, hits = new Map<string, number>(), losses = false): Promise<string[]> =>
  runOnEngines(seed, { system: given, losses, template, setTime, hits })

describe('over real clients and engines, where requests are throttled, fail and get lost under the SDK,', () => {
  const hits = new Map<string, number>()

  it.each(SEEDS)(
    'seed %i loses nothing, tells nothing under two ids, and leaves the store of a calm run',
    async seed => {
      expect(await run(seed, system, hits)).toEqual([])
    },
  )

  it.each(LOSSES)('seed %i loses nothing of what the sweep finds after a message got lost', async seed => {
    expect(await run(seed, system, hits, true)).toEqual([])
  })

  it('every fault comes at every call', () => {
    const wanted = CALLS.flatMap(call => WIRE_FAULTS.map(fault => `${call}: ${fault}`))
    expect(wanted.filter(what => !hits.has(what))).toEqual([])
    const calls = new Set([...hits.keys()].map(what => what.split(':')[0]!))
    expect([...calls].sort()).toEqual(CALLS.toSorted())
  })
})

const CALLS = [
  'ingest s3 GetObject',
  'ingest dynamodb Query',
  'ingest dynamodb PutItem',
  'ingest dynamodb DeleteItem',
  'ingest sqs SendMessageBatch',
  'alert dynamodb Query',
  'alert dynamodb GetItem',
  'alert dynamodb PutItem',
  'alert sns Publish',
  'sweep s3 ListObjectsV2',
  'sweep s3 GetObject',
  'sweep dynamodb Query',
  'sweep dynamodb GetItem',
  'sweep sqs SendMessage',
  'sweep sqs SendMessageBatch',
]

/** As if what fails had been done. */
function swallowing(service: 'table' | 'bucket' | 'claims' | 'topic'): System {
  const deaf = (clients: Clients): Clients => {
    const { [service]: client } = clients
    return { ...clients, [service]: { send: (command: unknown) => client.send(command).catch(() => ({})) } }
  }
  return { ingest: clients => system.ingest(deaf(clients)), alert: clients => system.alert(deaf(clients)) }
}

describe('what such a run comes to shows', () => {
  it.each([
    ['table', /calm run/],
    ['bucket', /REJECTED.* is there/],
    ['claims', /were never judged/],
    ['topic', /was never published/],
  ] as const)('where the handlers don’t hear that a call to the %s failed', async (service, what) => {
    let found: string[] = []
    for (const seed of SEEDS) {
      found = await run(seed, swallowing(service)).catch(error => [String(error)])
      if (found.length > 0) break
    }
    expect(found.join('\n')).toMatch(what)
  })
})
