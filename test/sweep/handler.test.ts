import { beforeEach, describe, expect, it } from 'vitest'
import type { Ruling } from '../../lambdas/core/ledger/ledger.ts'
import { type Metrics, unmeasured } from '../../lambdas/core/metrics.ts'
import type { UploadRef } from '../../lambdas/core/uploads/uploads.ts'
import { createHandler, LEAST_AGE_MS, MOST_AGE_MS, MOST_SENT } from '../../lambdas/sweep/handler.ts'

const NOW = Date.parse('2024-05-20T12:00:00Z')
let told: UploadRef[]
let read: string[]
let counts: Record<string, number>
let clock: number
let flushed: Record<string, number>
let errors: object[]
type Status = Ruling['status'] | 'unjudged'

beforeEach(() => {
  told = []
  read = []
  counts = {}
  flushed = {}
  errors = []
  clock = NOW
})

/** A bucket of uploads of these ages, on pages of ten, of which none has left a record. */
function sweep(
  ages: readonly number[],
  { eachTakes = 0, put = () => {}, list = () => {}, canary = 'sent' as Status } = {},
) {
  const all = ages.map((age, i) => ({ key: `articles/${i}`, uploadedAt: new Date(NOW - age).toISOString() }))
  const metrics: Metrics = {
    ...unmeasured,
    count: (name, n = 1) => {
      counts[name] = (counts[name] ?? 0) + n
    },
    flush: () => {
      flushed = { ...counts }
    },
  }
  const wait = async (time: number) => {
    clock += time
  }
  const aside = { ledger: { ruling: async () => (canary === 'unjudged' ? null : ({ status: canary } as Ruling)) } }
  return createHandler({
    list: {
      async *pages() {
        list()
        for (let i = 0; i < all.length; i += 10) yield all.slice(i, i + 10)
      },
    },
    uploads: {
      read: async ({ key }) => {
        read.push(key)
        clock += eachTakes
        const body = new TextEncoder().encode(`The road ${key} is open.`)
        return { body, size: body.length, contentType: undefined, metadata: {}, uploadedAt: '', versionId: 'v1' }
      },
    },
    notices: { tell: async ref => void told.push(ref) },
    articles: { get: async () => null, revisions: async () => [], rejected: async () => null },
    ledger: { ruling: async () => null },
    claims: { submit: async () => expect.fail('nothing is stored') },
    now: () => clock,
    canary: { ...aside, uploads: { put: async () => put() }, seconds: 60, wait },
    log: { info: () => {}, error: (message, details) => void errors.push({ message, ...details }) },
    metrics,
  })({})
}

describe('the sweep', () => {
  it('looks at uploads of its window and at no others', async () => {
    const ages = [0, LEAST_AGE_MS - 1, LEAST_AGE_MS, MOST_AGE_MS - 1, MOST_AGE_MS, 10 * MOST_AGE_MS]
    expect(await sweep(ages)).toEqual({ examined: 2, uploads: 2, claims: 0, cut: false })
    expect(told).toEqual([2, 3].map(i => ({ key: `articles/${i}`, versionId: 'v1' })))
    expect(counts).toEqual({ ResentUploads: 2, ResentClaims: 0, SweepsCut: 0, CanariesArrived: 1 })
  })

  it('sends no more than a run may, and says that there was more', async () => {
    const fewer = await sweep(Array(MOST_SENT - 1).fill(LEAST_AGE_MS))
    expect(fewer).toMatchObject({ uploads: MOST_SENT - 1, cut: false })
    expect(await sweep(Array(MOST_SENT + 20).fill(LEAST_AGE_MS))).toMatchObject({ cut: true })
    expect(told.length - fewer.uploads).toBeLessThan(MOST_SENT + 8)
    expect(counts.SweepsCut).toBe(1)
  })

  it('ends in time, with what it has to tell', async () => {
    const swept = await sweep(Array(100).fill(LEAST_AGE_MS), { eachTakes: 10_000 })
    expect(swept).toMatchObject({ cut: true })
    expect(read.length).toBeLessThan(40)
    expect(swept.examined).toBe(read.length)
  })
})

describe('the canary', () => {
  it('arrives when its alert is sent', async () => {
    await sweep([])
    expect(flushed.CanariesArrived).toBe(1)
    expect(errors).toEqual([])
  })

  it.each<Status>(['unjudged', 'pending', 'silent'])(
    'is missed where it is %s for as long as it may take',
    async reached => {
      await sweep([], { canary: reached })
      expect(flushed.CanariesArrived).toBe(0)
      expect(clock - NOW).toBe(60_000)
      const articleId = `canary-${NOW}`
      expect(errors).toEqual([{ message: 'canary missed', articleId, reached }])
    },
  )

  it('is missed where it can’t be uploaded, and the sweep goes on', async () => {
    const put = () => {
      throw new RangeError('no such bucket')
    }
    expect(await sweep([LEAST_AGE_MS], { put })).toMatchObject({ uploads: 1 })
    expect(flushed).toMatchObject({ CanariesArrived: 0, ResentUploads: 1 })
    expect(errors).toMatchObject([{ message: 'canary failed', error: 'RangeError' }, { reached: 'not uploaded' }])
  })

  it('is told of also where the sweep fails', async () => {
    const list = () => {
      throw new RangeError('no such bucket')
    }
    await expect(sweep([], { list })).rejects.toThrow(RangeError)
    expect(flushed).toEqual({ CanariesArrived: 1 })
  })
})
