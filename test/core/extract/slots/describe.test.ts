import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propositionOf } from '../../novelty/proposition-of.ts'

const at = { publishedAt: '2023-09-22T10:00:00Z' }
const timesOf = (text: string) => propositionOf(text, at).times
const actionsOf = (text: string) => propositionOf(text).actions
const by = (name: string, more: object = {}) =>
  propositionOf('The talks began', { source: { name, kind: 'named', ...more } })

describe('the words of a claim', () => {
  it('are stems, numbers in digits, names with a capital and times marked', () => {
    expect(propositionOf('Forty-two soldiers were shot near Goris on Friday.').words).toBe(
      '42 soldier were shoot near Goris on @friday',
    )
  })
  it('name a country alike, however it is named', () => {
    for (const text of ['Azerbaijan agreed.', 'Baku agreed.', 'Azerbaijani agreed.'])
      expect(propositionOf(text).words).toBe('Azerbaijan agre')
  })
  it('keep a capital city where it is a place', () => {
    expect(propositionOf('A blast was heard in Baku').words).toContain('Baku')
  })
  it('read numbers of several words', () => {
    expect(propositionOf('two hundred and five trucks').words).toBe('205 truck')
    expect(propositionOf('$3.4 billion in aid').words).toContain('3400000000')
  })
})

describe('times', () => {
  it('are days where the date of the article tells which', () => {
    expect(timesOf('It reopened on Wednesday.')).toEqual(['2023-09-20'])
    expect(timesOf('It reopened yesterday.')).toEqual(['2023-09-21'])
    expect(timesOf('It reopened on 3 September.')).toEqual(['2023-09-03'])
    expect(timesOf('It was closed on December 12, 2022.')).toEqual(['2022-12-12'])
  })
  it('are words where nothing tells', () => {
    expect(propositionOf('It reopened on Wednesday, 20 September.').times).toEqual(['wednesday', '--09-20'])
  })
  it('are no counts', () => {
    expect(timesOf('2000 people fled in 2020.')).toEqual(['2020'])
  })
})

describe('what is said of a verb', () => {
  it.each([
    ['The corridor was reopened.', '+reopen'],
    ['The corridor was not reopened.', '!reopen'],
    ['The corridor will be reopened.', '~reopen'],
    ['They plan to reopen the corridor.', '~reopen'],
    ['They refused to reopen the corridor.', '!reopen'],
    ['They may reopen the corridor.', '?reopen'],
    ['The UN urged Azerbaijan to reopen the corridor.', '*reopen'],
    ['The ministry denied that they reopened the corridor.', '!reopen'],
  ])('"%s" is %s', (text, action) => {
    expect(actionsOf(text)).toContain(action)
  })
})

describe('who does what to whom', () => {
  it('is the same in the passive', () => {
    const active = propositionOf('Armenian forces shelled the village.')
    const passive = propositionOf('The village was shelled by Armenian forces.')
    const shelling = (p: typeof active) => {
      const i = p.actions.findIndex(action => action.endsWith('shell'))
      return [p.actors[i], p.objects[i]]
    }
    expect(shelling(active)).toEqual(['Armenia forc', 'villag'])
    expect(shelling(passive)).toEqual(shelling(active))
  })
})

describe('the side of a speaker', () => {
  it('is a country named in the name, or what the speaker is affiliated with', () => {
    expect(by("Azerbaijan's defence ministry").side).toBe('azerbaijan')
    expect(by('Yerevan').side).toBe('armenia')
    expect(by('Hikmet Hajiyev', { affiliation: 'Azerbaijan' }).side).toBe('azerbaijan')
    expect(by('Karen Petrosyan').side).toBeNull()
  })
  it('is nobody’s for one who is kept unnamed', () => {
    expect(
      propositionOf('The talks began', { source: { name: 'an Armenian official', kind: 'anonymous' } }).side,
    ).toBeNull()
  })
})

describe('a proposition', () => {
  it('of a sentence is small', () => {
    const text =
      'Shelling of Stepanakert on Tuesday killed at least 12 people, among them three children, and cut power to the north.'
    expect(JSON.stringify(propositionOf(text, at)).length).toBeLessThan(600)
  })
  it('is made of any text without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), text => {
        expect(typeof propositionOf(text, at).words).toBe('string')
      }),
    )
  })
  it.each(['__proto__ constructor toString', '\ud800 \u0000 \u202e', '12 12 12', 'not not not', 'will will to to', ''])(
    'is made of %j',
    text => {
      expect(propositionOf(text, at).polarity).toBe('affirmed')
    },
  )
})
