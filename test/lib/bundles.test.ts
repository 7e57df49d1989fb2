import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bundle, bundleOf } from '../support/bundles.ts'
import { sdkOnlyBundle, startRatio } from '../support/start-up.ts'

type Name = 'ingest' | 'alert' | 'api'
const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-bundles-'))
const bundles = {} as Record<Name, Bundle>
beforeAll(async () => {
  const names: Name[] = ['ingest', 'alert', 'api']
  const made = names.map(async name => {
    bundles[name] = await bundleOf(`lambdas/${name}/index.ts`, path.join(folder, name))
  })
  await Promise.all(made)
})
afterAll(() => rmSync(folder, { recursive: true }))

const packages = (inputs: string[]) =>
  new Set(inputs.flatMap(input => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []))

describe('what a function loads', () => {
  it.each(['alert', 'api'] as const)('%s holds no NLP at all', name => {
    const { all } = bundles[name]
    expect([...packages(all)]).not.toContain('compromise')
    expect(all.filter(input => input.startsWith('lambdas/core/extract/'))).toEqual([])
  })

  it('api starts without what only some requests need: pages, dates in prose, S3, and what its reference is made of', () => {
    const { all, atStart, kilobytesAtStart } = bundles.api
    const later = [
      'linkedom',
      '@mozilla/readability',
      'chrono-node',
      '@aws-sdk/client-s3',
      '@aws-sdk/client-lambda',
      '@aws-sdk/client-sns',
    ]
    expect(later.filter(name => !packages(all).has(name))).toEqual([])
    expect(later.filter(name => packages(atStart).has(name))).toEqual([])
    expect(all.filter(input => input.startsWith('lambdas/api/reference/'))).toEqual([])
    expect(atStart.filter(input => /core\/novelty\/|\/reference\//.test(input))).toEqual([])
    expect(kilobytesAtStart).toBeLessThan(450)
  })

  it('ingest and alert start with no more than they did', () => {
    expect(bundles.ingest.kilobytesAtStart).toBeLessThan(4_700)
    expect(bundles.alert.kilobytesAtStart).toBeLessThan(550)
  })

  // The bench measures against 1.3, with more runs on a quiet machine.
  it.each(['alert', 'api'] as const)('%s starts in less than twice the time of the SDK clients alone', async name => {
    const { file } = await sdkOnlyBundle(folder)
    expect(startRatio(bundles[name].file, file, 3)).toBeLessThan(2)
  })

  it('ingest is told from them by holding it', () => {
    expect([...packages(bundles.ingest.atStart)]).toContain('compromise')
  })
})
