import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import openapiTypes from 'openapi-typescript'
import { describe, expect, it } from 'vitest'
import { openapi } from '../../lambdas/api/reference/openapi.ts'
import { page } from '../../lambdas/api/reference/page.ts'
import { REFERENCE } from '../../lambdas/api/reference/reference.ts'
import { allRoutes, GROUPS, groupOf } from '../../lambdas/api/routes.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')
const ROUTES = await allRoutes()
const { version } = JSON.parse(read('package.json'))
const source = read('docs/openapi.json')

describe('docs/openapi.json', () => {
  it('is what `npx tsx scripts/reference.ts` makes of the routes today, and docs/api.md too', () => {
    const document = openapi(ROUTES, version)
    expect(JSON.parse(source)).toEqual(JSON.parse(JSON.stringify(document)))
    expect(read('docs/api.md')).toBe(page(document))
  })

  it('tells of every operation that has an answer, and each route has a name of its own', () => {
    expect(ROUTES.map(({ operation }) => operation).sort()).toEqual(Object.keys(REFERENCE).sort())
  })

  it('has each route in the group that its path asks for', async () => {
    for (const [name, load] of Object.entries(GROUPS)) {
      expect([...new Set((await load()).map(({ path }) => groupOf(path)))]).toEqual([name])
    }
  })

  it('has nothing that Redocly’s strict rules find fault with', async () => {
    const config = await createConfig({ extends: ['recommended-strict'] })
    const faults = await lintFromString({ source, absoluteRef: 'openapi.json', config })
    expect(faults.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([])
  })

  it('makes a typed client that compiles, and that a wrong use of the API doesn’t get past', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-client-'))
    try {
      writeFileSync(path.join(folder, 'api.ts'), await openapiTypes(JSON.parse(source)))
      writeFileSync(path.join(folder, 'client.ts'), CLIENT)
      const tsc = path.join(ROOT, 'node_modules/.bin/tsc')
      const compiled = spawnSync(tsc, ['--noEmit', '--strict', '--target', 'es2022', '--ignoreConfig', 'client.ts'], {
        cwd: folder,
      })
      expect(String(compiled.stdout)).toBe('')
      expect(compiled.status).toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

const CLIENT = `import type { operations } from './api'
type Query<Op extends keyof operations> = operations[Op] extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never
type Answer<Op extends keyof operations> = operations[Op] extends { responses: { 200: { content: { 'application/json': infer A } } } } ? A : never

export const right: Query<'listFigures'> = { kind: 'killed', limit: 5 }
// @ts-expect-error
export const wrong: Query<'listFigures'> = { kind: 'flown' }
export const verdictOf = (claim: Answer<'getClaim'>): string | undefined => claim.topics[0]?.verdict
// @ts-expect-error
export const nothingOf = (claim: Answer<'getClaim'>) => claim.weather
`
