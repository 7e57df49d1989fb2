import { describe, expect, it } from 'vitest'
import { judge } from '../../../lambdas/core/novelty/judge.ts'
import type { StoredClaim } from '../../../lambdas/core/novelty/types.ts'
import { cpuTime } from '../../support/cpu.ts'
import { claimOf } from './proposition-of.ts'

const armenia = "Armenia's defence ministry"
const azerbaijan = "Azerbaijan's defence ministry"
type More = Omit<NonNullable<Parameters<typeof claimOf>[2]>, 'source'>

/** A claim of 22 September 2023, or of another day of that month. */
const said = (text: string, by: string | null = null, day = 22, more: More = {}) =>
  claimOf(`${day}-${by ?? 'outlet'}-${text}`, text, {
    publishedAt: `2023-09-${String(day).padStart(2, '0')}T10:00:00Z`,
    source: by === null ? null : { name: by, kind: 'named' },
    cue: by === null ? null : 'say',
    ...more,
  })
const verdict = (claim: ReturnType<typeof said>, ...stand: StoredClaim[]) => judge(claim, stand).verdict

const toll = said('At least 200 people were killed in the offensive', armenia)

describe('a figure', () => {
  it('under another hedge is a repeat', () => {
    expect(verdict(said('More than 200 people were killed in the offensive', armenia, 23), toll)).toBe('repeat')
  })
  it('that the same source revises is an update, and the reader is told from what and when', () => {
    const judgement = judge(said('213 people were killed in the offensive', armenia, 23), [toll])
    expect(judgement).toMatchObject({ verdict: 'update', ref: toll.id })
    expect(judgement.because).toBe('new figure from the same source: 213, was at least 200 on 22 Sep')
  })
  it('may be worded in any way', () => {
    expect(verdict(said('The death toll has risen to 213 people killed', armenia, 23), toll)).toBe('update')
  })
  it('may be revised down', () => {
    expect(verdict(said('190 people were killed in the offensive', armenia, 24), toll)).toBe('update')
  })
  it('of one side is no contradiction of the other side’s own', () => {
    const own = said('213 Armenian soldiers were killed in the offensive', armenia)
    expect(verdict(said('192 Azerbaijani soldiers were killed in the offensive', azerbaijan, 23), own)).toBe('new')
    expect(verdict(said('192 of its soldiers were killed', azerbaijan, 23), own)).toBe('new')
  })
  it('of the other side for the same object is a contradiction, shown beside it', () => {
    const first = said('The strike on the market in Donetsk killed 12 civilians', armenia)
    const judgement = judge(said('The strike on the market in Donetsk killed 3 civilians', azerbaijan, 23), [first])
    expect(judgement).toMatchObject({ verdict: 'contradiction', ref: first.id, contradicts: [first.id] })
    expect(judgement.because).toContain('12 on 22 Sep')
  })
  it('that was counted by noon is older than one of that night', () => {
    const night = claimOf('night', 'By Sunday night 1,050 people had crossed the border through the corridor', {
      publishedAt: '2023-09-24T20:45:00Z',
    })
    const noon = claimOf('noon', 'By noon 377 people had crossed the border through the corridor', {
      publishedAt: '2023-09-24T12:00:00Z',
    })
    expect(judge(noon, [night])).toMatchObject({
      verdict: 'repeat',
      because: 'an older figure: 377, since replaced by 1,050 on 24 Sep',
    })
  })
  it('from an older article never updates a newer one', () => {
    const judgement = judge(said('190 people were killed in the offensive', armenia, 21), [toll])
    expect(judgement.verdict).toBe('repeat')
    expect(judgement.because).toContain('older')
  })
  it('that stood lately is a repeat while slower outlets print it, and an update later', () => {
    const figure = { value: 200, kind: 'killed', unit: 'person' } as const
    const latest = said('213 people were killed in the offensive', armenia, 23)
    const series = [{ figure, at: '2023-09-22T10:00:00Z' }]
    expect(verdict(said('200 people were killed in the offensive', armenia, 24), { ...latest, series })).toBe('repeat')
    expect(verdict(said('200 people were killed in the offensive', armenia, 29), { ...latest, series })).toBe('update')
  })
  it('that stands is a repeat from the same source however it is worded', () => {
    expect(verdict(said('The death toll stands at 200 people killed', armenia, 23), toll)).toBe('repeat')
  })
  it('of the wounded says nothing of the dead', () => {
    expect(verdict(said('At least 200 people were wounded in the offensive', armenia, 23), toll)).toBe('new')
  })
  it('is an update where none was given, and leaving it out is a repeat', () => {
    const [bare, counted] = ['The convoy reached Goris with flour', 'The convoy of 19 trucks reached Goris with flour']
    expect(judge(said(counted, null, 23), [said(bare)])).toMatchObject({
      verdict: 'update',
      because: 'adds a figure to an earlier claim: 19',
    })
    expect(verdict(said(bare, null, 23), said(counted))).toBe('repeat')
  })
  it('of a duration only grows with time', () => {
    const month9 = said('Azerbaijan imposed a nine-month blockade on the region', null, 1)
    expect(verdict(said('Azerbaijan imposed a ten-month blockade on the region', null, 28), month9)).toBe('repeat')
    expect(verdict(said('Azerbaijan imposed an eight-month blockade on the region', null, 28), month9)).toBe('new')
  })
})

describe('yes and no', () => {
  const shelled = said('Azerbaijani forces shelled the village of Sarsang', armenia)
  const denial = { polarity: 'denied', cue: 'deny' } as const
  it('contradict each other', () => {
    expect(verdict(said('its forces shelled the village of Sarsang', azerbaijan, 23, denial), shelled)).toBe(
      'contradiction',
    )
    expect(verdict(said('Azerbaijani forces did not shell the village of Sarsang', null, 23), shelled)).toBe(
      'contradiction',
    )
  })
  it('are repeated like anything else', () => {
    const denied = said('its forces shelled the village of Sarsang', azerbaijan, 22, denial)
    expect(verdict(said('its forces shelled the village of Sarsang', azerbaijan, 23, denial), denied)).toBe('repeat')
  })
  it('are told apart in the reverse order too, whatever else stands', () => {
    const denied = said('Azerbaijani forces shelled the village of Sarsang', azerbaijan, 23, denial)
    expect(
      judge(said('Azerbaijani forces shelled the village of Sarsang', armenia, 24), [denied, shelled]),
    ).toMatchObject({
      verdict: 'repeat',
      ref: shelled.id,
      contradicts: [denied.id],
    })
  })
})

describe('what is planned, demanded or asked', () => {
  const done = said('The corridor was reopened for aid', azerbaijan, 23)
  it('is updated by what is done', () => {
    expect(verdict(done, said('The corridor will be reopened for aid', azerbaijan))).toBe('update')
    expect(verdict(done, said('The corridor must be reopened for aid', azerbaijan, 22, { modality: 'demanded' }))).toBe(
      'update',
    )
  })
  it('is never the same as what is done', () => {
    const later = said('The corridor must be reopened for aid', azerbaijan, 24, { modality: 'demanded' })
    expect(verdict(later, done)).toBe('new')
    expect(verdict(said('Was the corridor reopened for aid?', null, 24), done)).toBe('new')
  })
  it('is history where its article is older than the deed', () => {
    expect(verdict(said('The corridor will be reopened for aid', azerbaijan, 22), done)).toBe('repeat')
  })
  it('is a repeat when it is planned, demanded or asked again', () => {
    const plan = said('The corridor will be reopened for aid', azerbaijan)
    expect(verdict(said('The corridor would be reopened for aid', azerbaijan, 23), plan)).toBe('repeat')
  })
})

describe('a meeting', () => {
  const met = said('Envoys of Sudan met officials of Ethiopia on 21 September 2023 for a second round of talks')
  it.each([
    'Officials of Ethiopia and envoys of Sudan held their second round of talks on 21 September 2023 in the town of Gondar',
    'Ethiopia and Sudan held a second round of talks on 21 September 2023',
  ])('is one however it is told: %s', text => {
    expect(verdict(said(text), met)).toBe('repeat')
  })
  it.each([
    'Officials of Ethiopia and envoys of Sudan held their third round of talks on 21 September 2023 in the town of Gondar',
    'Officials of Ethiopia and envoys of Sudan held their second round of talks on 22 September 2023 in the town of Gondar',
    'Officials of Kenya and envoys of Sudan held their second round of talks on 21 September 2023 in the town of Gondar',
    'Ethiopia and Sudan held a second round of talks on 21 September 2023 and signed a truce',
    'Ethiopia and Sudan held no second round of talks on 21 September 2023',
    'Ethiopia and Sudan will hold a second round of talks on 21 September 2023',
  ])('is another, or more than a meeting: %s', text => {
    expect(verdict(said(text), met)).not.toBe('repeat')
  })
})

describe('who says it', () => {
  const constructive = 'the first round of talks was constructive'
  it('is one for a capital and its government', () => {
    expect(verdict(said(constructive, 'Baku', 23), said(constructive, 'Azerbaijan'))).toBe('repeat')
  })
  it('makes it new when the other side says the same', () => {
    const judgement = judge(said(constructive, 'Yerevan', 23), [said(constructive, 'Azerbaijan')])
    expect(judgement.verdict).toBe('new')
    expect(judgement.because).toContain('who says it')
  })
  it('may be left out by another outlet', () => {
    expect(verdict(said(constructive, null, 23), said(constructive, 'Azerbaijan'))).toBe('repeat')
  })
})

describe('a judgement', () => {
  it('is new with a reason where nothing stands', () => {
    expect(judge(toll, [])).toEqual({
      verdict: 'new',
      score: 0,
      because: 'nothing like it was claimed before',
      ref: null,
      contradicts: [],
    })
  })
  it.each([
    [
      'The convoy left with flour for the hospital in Goris',
      'The convoy left with flour for the hospital in Kapan',
      'in the place: Goris, not Kapan',
    ],
    [
      'The talks began in Goris on 3 May 2023',
      'The talks began in Goris on 4 May 2023',
      'in the time: 3 May, not 4 May',
    ],
  ])('tells what is another: %s', (text, stood, reason) => {
    expect(judge(said(text), [said(stood)]).because).toBe(`differs from the nearest earlier claim ${reason}`)
  })
  it('doesn’t depend on the order of the candidates', () => {
    const stand = [
      toll,
      said('213 people were killed in the offensive', armenia, 23),
      said('The talks began in Yevlakh'),
    ]
    const claim = said('220 people were killed in the offensive', armenia, 24)
    expect(judge(claim, stand)).toEqual(judge(claim, [...stand].reverse()))
    expect(judge(claim, stand).ref).toBe(stand[1]!.id)
  })
  it('takes no more than two milliseconds against 30 candidates that are much alike', () => {
    const places = ['Goris', 'Kapan', 'Shusha', 'Martuni', 'Askeran', 'Hadrut']
    const stand = Array.from({ length: 30 }, (_, i) =>
      said(
        `Azerbaijani forces shelled the village near ${places[i % 6]} and wounded ${i} civilians in the evening`,
        armenia,
        1 + (i % 20),
      ),
    )
    const claim = said(
      'Azerbaijani forces shelled a village near Kapan on Friday and wounded 31 civilians',
      armenia,
      24,
    )
    const once = () =>
      cpuTime(() => {
        for (let i = 0; i < 20; i++) judge(claim, stand)
      }) / 20
    expect(Math.min(...Array.from({ length: 15 }, once))).toBeLessThan(2)
  })
})

describe('what two denials, and a denial and a fact, are to each other', () => {
  const denied = { source: { name: 'Baku', kind: 'named' }, polarity: 'denied' } as const
  const verdict = (was: [string, object], is: [string, object]) =>
    judge(claimOf('b', ...is), [claimOf('a', ...was)]).verdict
  it('two ways to say no don’t contradict', () => {
    const was: [string, object] = ['that there is a blockade', { ...denied, cue: 'deny' }]
    expect(verdict(was, ['that nobody is being blockaded', { ...denied, cue: 'say' }])).toBe('repeat')
    expect(verdict(was, ['there is no blockade and there never was', { ...denied, cue: 'say' }])).not.toBe(
      'contradiction',
    )
  })
  it('who denies a part of what was said contradicts it', () => {
    const was: [string, object] = ['Lists of prisoners were exchanged at the second round', {}]
    expect(verdict(was, ['that lists were exchanged', { ...denied, cue: 'deny' }])).toBe('contradiction')
    expect(verdict(was, ['that prisoners were shot', { ...denied, cue: 'deny' }])).toBe('new')
  })
})

describe('words that are near and not the same', () => {
  it.each([
    ['6,650 people have crossed through the corridor', 'The number of people stranded in the corridor rose to 190'],
    ['Twelve flour lorries entered the town', 'Twelve grain lorries entered the town'],
  ])('%s; %s', (was, is) => expect(judge(claimOf('b', is), [claimOf('a', was)]).verdict).toBe('new'))
})
