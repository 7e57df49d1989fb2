import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Alert, alertOf } from '../../../lambdas/core/notify/alert.ts'
import { facetsOf, wordsOf } from '../../../lambdas/core/notify/facets.ts'
import { attributes } from '../../../lambdas/core/notify/sns-publisher.ts'
import { accepts, combinations, Filter, filterOf, policyOf } from '../../../lambdas/core/subscriptions/filter.ts'
import { parseFilterPolicy, accepts as snsAccepts } from '../../../local/cloud/sns/filter-policy.ts'
import { aHead, aJudgedClaim, aRuling } from '../../support/records.ts'

const alertWith = (given: Parameters<typeof aRuling>[0]) => alertOf(aRuling(given))
const fits = (filter: Filter, alert: Alert) => accepts(Filter.parse(filter), facetsOf(alert))
/** What SNS does with the alert as it is published, by the local engine. */
function snsFits(filter: Filter, alert: Alert): boolean {
  const policy = parseFilterPolicy(JSON.stringify(policyOf(filter)), 'MessageAttributes')
  const given = Object.entries(attributes(facetsOf(alert)))
  const values = given.map(([name, { DataType, StringValue }]) => [name, { type: DataType, value: StringValue }])
  const message = { topicArn: 't', messageId: 'm', timestamp: '', message: { default: '{}' } }
  return snsAccepts(policy, 'MessageAttributes', { ...message, attributes: Object.fromEntries(values) }, '')
}

describe('a filter', () => {
  const alert = alertWith({
    topic: 'talks',
    article: aHead({ title: 'Türkiye’s offer', source: 'Example Wire' }),
    claims: [aJudgedClaim({ verdict: 'update', entities: ['place:lachin-corridor'] })],
  })

  it.each<[Filter, boolean]>([
    [{}, true],
    [{ topic: ['talks'] }, true],
    [{ topic: ['corridor'] }, false],
    [{ topic: ['corridor', 'talks'], verdict: ['update'] }, true],
    [{ topic: ['talks'], verdict: ['new', 'contradiction'] }, false],
    [{ source: ['EXAMPLE wire'] }, true],
    [{ source: ['Example'] }, false],
    [{ entity: ['place:lachin-corridor'] }, true],
    [{ entity: ['place:baku'] }, false],
    [{ q: 'turkiye' }, true],
    [{ q: 'OFFER' }, true],
    [{ q: 'off' }, false],
  ])('%j: %s', (filter, accepted) => {
    expect(fits(filter, alert)).toBe(accepted)
    expect(snsFits(Filter.parse(filter), alert)).toBe(accepted)
  })

  it('passes over no alert for what did not fit into it', () => {
    const claims = Array.from({ length: 400 }, (_, i) =>
      aJudgedClaim({ id: `c_${i}`, text: `${i} ${'ж'.repeat(600)}` }),
    )
    const cut = alertWith({ claims })
    expect(cut.more).toBeGreaterThan(0)
    for (const filter of [{ entity: ['place:baku'] }, { q: 'truce' }, { verdict: ['contradiction' as const] }]) {
      expect([fits(filter, cut), snsFits(Filter.parse(filter), cut)]).toEqual([true, true])
    }
    expect(fits({ topic: ['talks'] }, cut)).toBe(false)
  })

  it('finds a withdrawn claim by its verdict, its entities and its words', () => {
    const gone = { id: 'c_0', text: 'A truce holds.', speaker: null, outlet: null, at: '', url: null }
    const alert = alertWith({ claims: [], withdrawn: [{ ...gone, entities: ['place:baku'] }] })
    expect(fits({ verdict: ['withdrawn'], entity: ['place:baku'], q: 'truce' }, alert)).toBe(true)
    expect(fits({ verdict: ['new'] }, alert)).toBe(false)
  })

  it.each([
    [{ topic: [] }],
    [{ verdict: ['repeat'] }],
    [{ entity: ['Lachin'] }],
    [{ q: 'lachin road' }],
    [{ q: '…' }],
    [{ source: ['a\nb'] }],
    [{ source: ['\ud800'] }],
    [{ colour: ['red'] }],
  ])('refuses %j', filter => {
    expect(Filter.safeParse(filter).success).toBe(false)
  })

  it('is refused where it makes more combinations than SNS takes, with what to do', () => {
    const source = Array.from({ length: 19 }, (_, i) => `Outlet ${i}`)
    const filter = { topic: ['corridor', 'talks'], verdict: ['new', 'update', 'withdrawn'], source }
    expect(Filter.safeParse(filter).error?.issues[0]?.message).toMatch(/^makes 152 combinations.*150: leave values out/)
    expect(Filter.safeParse({ ...filter, source: source.slice(1) }).success).toBe(true)
  })

  it('counts its combinations as SNS does, with the value that stands for what was cut', () => {
    expect(combinations({})).toBe(1)
    expect(combinations({ topic: ['corridor', 'talks'], verdict: ['new'], source: ['a', 'b', 'c'] })).toBe(12)
  })
})

const words = ['truce', 'Truce', 'corridor', 'Ağdam', 'agdam', 'İ', 'ß', '42', '★']
const entities = ['place:baku', 'place:lachin-corridor', 'person:a', 'organization:b']
const outlets = ['Example Wire', 'example wire', 'Xəbər', 'İZ', 'iz', '  Wire  ', 'ﬁne']
const verdicts = ['new', 'update', 'contradiction'] as const
const some = <Value>(values: readonly Value[], most = 3) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: most })
const maybe = <Value>(values: readonly Value[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }), { nil: undefined })

const anAlert = fc
  .record({
    topic: fc.constantFrom('talks', 'corridor'),
    source: fc.option(fc.constantFrom(...outlets)),
    title: fc.option(some(words).map(list => list.join(' '))),
    claims: fc.array(
      fc.record({ verdict: fc.constantFrom(...verdicts), entities: some(entities), text: some(words) }),
      {
        maxLength: 3,
      },
    ),
    gone: fc.boolean(),
  })
  .map(({ topic, source, title, claims, gone }) => {
    const judged = claims.map(({ text, ...claim }, i) =>
      aJudgedClaim({ ...claim, id: `c_${i}`, text: text.join(', ') }),
    )
    const left = { id: 'c_9', text: 'Truce', speaker: null, outlet: null, at: '', url: null, entities: ['place:baku'] }
    return alertWith({ topic, article: aHead({ source, title }), claims: judged, withdrawn: gone ? [left] : [] })
  })
const aFilter = fc
  .record({
    topic: maybe(['talks', 'corridor', 'other']),
    verdict: maybe([...verdicts, 'withdrawn']),
    source: maybe(outlets),
    entity: maybe(entities),
    q: fc.option(fc.constantFrom(...words.filter(word => wordsOf(word).length === 1)), { nil: undefined }),
  })
  .map(fields =>
    Filter.safeParse(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))),
  )
  .filter(({ success }) => success)
  .map(({ data }) => data!)

describe('any filter', () => {
  it('accepts what SNS accepts, so that an estimate and a reason are of the same alerts', () => {
    const seen = new Set<boolean>()
    fc.assert(
      fc.property(aFilter, anAlert, (filter, alert) => {
        const accepted = accepts(filter, facetsOf(alert))
        seen.add(accepted)
        expect(snsFits(filter, alert)).toBe(accepted)
      }),
      { numRuns: 2000 },
    )
    expect(seen.size).toBe(2)
  })

  it('comes back from the policy that it makes, its word folded', () => {
    fc.assert(
      fc.property(aFilter, filter => {
        const { q, ...rest } = filter
        const folded = q === undefined ? rest : { ...rest, q: wordsOf(q)[0] }
        expect(filterOf(JSON.parse(JSON.stringify(policyOf(filter))))).toEqual(folded)
      }),
    )
  })

  it.each([
    [{ topic: [{ prefix: 'ta' }] }],
    [{ colour: ['red'] }],
    [{ verdicts: ['new'] }],
    [{ source: ['Example'] }],
    [{ topic: 'talks' }],
    [{ $or: [{ topic: ['talks'] }, { topic: ['corridor'] }] }],
  ])('is not read from the policy %j, which none makes', policy => {
    expect(filterOf(policy)).toBeNull()
  })
})
