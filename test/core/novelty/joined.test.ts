import { describe, expect, it } from 'vitest'
import { judge } from '../../../lambdas/core/novelty/judge.ts'
import { claimOf } from './proposition-of.ts'

const said = (text: string, by: string | null = null, day = 22, outlet = 'The Daily') => ({
  ...claimOf(`${day}-${by ?? 'outlet'}-${text}`, text, {
    publishedAt: `2023-09-${day}T10:00:00Z`,
    source: by === null ? null : { name: by, kind: 'named' },
    cue: by === null ? null : 'say',
  }),
  outlet,
})

const shelled = said('The army shelled the port of Kelm on Thursday', 'the UN')
const fled = said('9,000 people fled the port of Kelm to Ansa', 'the UN', 22, 'The Post')
const both = 'The army shelled the port of Kelm on Thursday and 9,000 people fled to Ansa'

describe('a claim that joins two earlier ones', () => {
  it('is a repeat, and its reason names both', () => {
    const judgement = judge(said(both, 'the UN', 23), [shelled, fled])
    expect(judgement).toMatchObject({ verdict: 'repeat', ref: shelled.id, contradicts: [] })
    expect(judgement.because).toBe('joins what was claimed already: by the UN on 22 Sep, and by the UN on 22 Sep')
  })

  it('is judged the same whatever the order of what stands', () => {
    const claim = said(both, 'the UN', 23)
    expect(judge(claim, [fled, shelled])).toEqual(judge(claim, [shelled, fled]))
  })

  it('may have a part with no verb of its own, from the same article', () => {
    const entered = said('A first aid convoy entered Dorvane through the corridor on Friday', 'the Red Cross')
    const brought = said('It brought 70 tonnes of flour, salt and oil', 'the Red Cross')
    const claim = said('A convoy of the Red Cross drove in through the corridor on Friday with about 70 tonnes of food')
    expect(judge(claim, [entered, brought]).verdict).toBe('repeat')
  })

  it.each([
    ['another figure', 'The army shelled the port of Kelm on Thursday and 12,000 people fled to Ansa'],
    ['another place', 'The army shelled the port of Dorvane on Thursday and 9,000 people fled to Ansa'],
    ['another day', 'The army shelled the port of Kelm on Tuesday and 9,000 people fled to Ansa'],
    ['another actor', 'The rebels shelled the port of Kelm on Thursday and 9,000 people fled to Ansa'],
    ['a denial in one part', 'The army never shelled the port of Kelm on Thursday and 9,000 people fled to Ansa'],
    ['a plan in one part', 'The army will shell the port of Kelm on Thursday and 9,000 people fled to Ansa'],
    ['another deed', 'The army mined the port of Kelm on Thursday and 9,000 people fled to Ansa'],
    ['a part that nobody claimed', 'The army shelled the port of Kelm on Thursday and nine doctors were arrested'],
    [
      'a place of the one with the deed of the other',
      'The army shelled Ansa on Thursday and 9,000 people fled to Kelm',
    ],
    ['one thing more', 'The army shelled the port of Kelm on Thursday with phosphorus and 9,000 people fled to Ansa'],
  ])('is news with %s', (_, text) => {
    expect(judge(said(text, 'the UN', 23), [shelled, fled]).verdict).not.toBe('repeat')
  })

  it('is news where another speaker now says it', () => {
    expect(judge(said(both, 'the ministry of Tavelia', 23), [shelled, fled]).verdict).not.toBe('repeat')
  })
})

describe('the speaker’s own name', () => {
  it('is nothing new beside "it"', () => {
    const first = said('It had brought 45 tonnes of flour through the corridor', 'the World Food Programme')
    const claim = said('The World Food Programme has delivered 45 tonnes of flour through the corridor', null, 23)
    expect(judge(claim, [first]).verdict).toBe('repeat')
  })

  it('is news as the name of who did it', () => {
    const attacked = said('The aid convoy was attacked near the bridge at dawn', 'the Saremi Movement')
    const claim = said('The Saremi Movement attacked the aid convoy near the bridge at dawn', null, 23)
    expect(judge(claim, [attacked]).verdict).not.toBe('repeat')
  })
})

describe('an update that tells little', () => {
  it('yields to a contradiction', () => {
    const planned = said('The corridor would stay open for ten days', 'the UN')
    const closed = said('The corridor was closed on Friday because of shelling', 'the rebels')
    const judgement = judge(said('The corridor was open on Friday', 'the army', 23), [planned, closed])
    expect(judgement).toMatchObject({ verdict: 'contradiction', ref: closed.id })
  })
})

describe('a plan', () => {
  it('is one in any words for the future', () => {
    const will = said('Peace talks between the government and the rebels will resume in Doha on Tuesday', 'Qatar')
    const are = said('The government and the rebels are to restart peace talks in Doha on Tuesday', 'Qatar')
    are.proposition.modality = 'planned'
    are.proposition.times = will.proposition.times
    expect(judge(are, [will]).verdict).toBe('repeat')
  })
})
