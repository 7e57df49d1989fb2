import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb'
import { afterAll, describe, expect, it } from 'vitest'
import { createClients } from '../../local/cloud/clients.ts'
import { startTables } from '../../local/cloud/engines/tables.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The list of articles, the ledger, its keys, and what is marked as sent. */
const COMPARED = /^(ARTICLES|RULINGS#|KEY#|SENT#)/
const TIME = /\S+Z#/

/** The keys of what is stored in the end, without the times: an article that gives none has its upload's. */
async function stateOf(dataDir: string): Promise<string[]> {
  const tables = await startTables(path.join(dataDir, 'tables'))
  const { dynamodb } = createClients({ dynamodb: `http://127.0.0.1:${tables.port}`, messaging: '' })
  try {
    const { TableNames: [TableName] = [] } = await dynamodb.send(new ListTablesCommand({}))
    const keys: string[] = []
    for await (const { Items = [] } of paginateScan(
      { client: dynamodb },
      { TableName, ProjectionExpression: 'pk, sk' },
    ))
      keys.push(...Items.map(({ pk, sk }) => `${pk!.S} ${sk!.S!.replace(TIME, '')}`).filter(key => COMPARED.test(key)))
    return keys.sort()
  } finally {
    dynamodb.destroy()
    await tables.close()
  }
}

const FILES = ['first-report.md', 'denial.md', 'toll-raised.json', 'second-round.md', 'paraphrase.html', 'wire-copy.md']
const ingest = (dataDir: string): ChildProcess => {
  const files = FILES.map(name => `fixtures/articles/${name}`)
  return spawn(process.execPath, ['local/bin/claimwire.mjs', 'start', '--once', '--data', dataDir, ...files], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}
const ended = (child: ChildProcess): Promise<number | null> => new Promise(resolve => child.once('exit', resolve))

describe('a process that is killed in the middle of an ingest', () => {
  it('ends, started again, with the same claims and alerts as one that was left alone', async () => {
    const calm = path.join(folder, 'calm')
    expect(await ended(ingest(calm))).toBe(0)

    const killed = path.join(folder, 'killed')
    const child = ingest(killed)
    // The first alert shows that the ingest is under way.
    await new Promise(resolve => child.stdout!.once('data', resolve))
    child.kill('SIGKILL')
    await ended(child)
    expect(await ended(ingest(killed))).toBe(0)

    const expected = await stateOf(calm)
    const partitions = new Set(expected.map(key => key.split(/[# ]/)[0]))
    expect([...partitions]).toEqual(['ARTICLES', 'KEY', 'RULINGS', 'SENT'])
    expect(expected.filter(key => key.startsWith('ARTICLES ')).length).toBe(FILES.length)
    expect(await stateOf(killed)).toEqual(expected)
  }, 180_000)
})
