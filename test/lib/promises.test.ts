import { describe, expect, it } from 'vitest'
import { synthesise } from '../support/template.ts'
import { ALARMS } from './promises/alarms.ts'
import { DATA } from './promises/data.ts'
import { LIMITS } from './promises/limits.ts'
import { LOGS } from './promises/logs.ts'
import type { Resources } from './promises/promise.ts'
import { RIGHTS } from './promises/rights.ts'

const resources: Resources = synthesise('prod').toJSON().Resources
const dev: Resources = synthesise('dev').toJSON().Resources

describe.each([
  ['rights', RIGHTS],
  ['data', DATA],
  ['limits', LIMITS],
  ['logs', LOGS],
  ['alarms', ALARMS],
])('of %s the stack promises that', (_, promises) => {
  it.each(promises)('$name', ({ faults }) => {
    expect(faults(resources)).toEqual([])
  })

  it.each(promises.filter(({ name }) => !name.startsWith('in prod ')))('in dev too $name', ({ faults }) => {
    expect(faults(dev)).toEqual([])
  })

  it.each(promises)('and it is seen where it doesn’t hold that $name', ({ faults, breaches }) => {
    const found = breaches(resources).map(faults)
    expect(found.length).toBeGreaterThan(0)
    for (const [i, each] of found.entries()) expect(each, `breach ${i}`).not.toEqual([])
  })
})
