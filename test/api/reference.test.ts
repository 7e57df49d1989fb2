import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openapi } from '../../lambdas/api/reference/openapi.ts'
import { REFERENCE } from '../../lambdas/api/reference/reference.ts'
import { ROUTES } from '../../lambdas/api/routes.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')
const { version } = JSON.parse(read('package.json'))

describe('docs/openapi.json', () => {
  it('is what `npx tsx scripts/reference.ts` makes of the routes today', () => {
    expect(JSON.parse(read('docs/openapi.json'))).toEqual(JSON.parse(JSON.stringify(openapi(ROUTES, version))))
  })

  it('tells of every operation that has an answer, and each route has a name of its own', () => {
    expect(ROUTES.map(({ operation }) => operation).sort()).toEqual(Object.keys(REFERENCE).sort())
  })
})
