import { describe, expect, it } from 'vitest'
import { filingKeys, lookup } from '../../../lambdas/core/ledger/story-keys.ts'
import { candidateKeys } from '../../../lambdas/core/novelty/candidate-keys.ts'
import { aProposition } from '../../support/records.ts'

const about = (...words: string[]) => aProposition({ words: words.join(' '), actors: [], objects: [], actions: [] })
const many = Array.from({ length: 30 }, (_, i) => about(`alpha${i}`, `beta${i}`, `gamma${i}`))

describe('the keys of a ruling', () => {
  it('are few, whatever the article says', () => {
    expect(filingKeys(many).length).toBeLessThanOrEqual(4)
    expect(lookup(many).keys.length).toBeLessThanOrEqual(6)
    expect(lookup(many).pages).toBeLessThanOrEqual(20)
  })

  it('stand for every claim before they stand for one twice', () => {
    const claims = [about('siege', 'harbour'), about('siege', 'harbour'), about('ferry', 'captain')]
    const keys = filingKeys(claims)
    for (const claim of claims) expect(candidateKeys(claim).some(key => keys.includes(key))).toBe(true)
  })

  it('hold the name that most claims share, by which articles of one story find each other', () => {
    const first = [about('Kelm', 'siege', 'harbour'), about('Kelm', 'ferry', 'captain'), about('Kelm', 'bread', 'oven')]
    const second = [about('Kelm', 'mediator', 'hotel'), about('Orlo', 'Kelm', 'snow', 'valley')]
    expect(lookup(second).keys.some(key => filingKeys(first).includes(key))).toBe(true)
  })

  it('are asked for by an article that would be filed under them', () => {
    const claims = [...many, about('siege', 'harbour'), about('siege', 'ferry')]
    expect(lookup(claims).keys).toEqual(expect.arrayContaining(filingKeys(claims)))
  })

  it('let each claim of an article ask for at most eight read units', () => {
    for (let n = 1; n < 30; n++) {
      const { keys, pages } = lookup(many.slice(0, n))
      expect((keys.length + pages) / n).toBeLessThanOrEqual(8)
    }
  })

  it('are none where nothing was claimed', () => {
    expect(filingKeys([])).toEqual([])
    expect(lookup([])).toEqual({ keys: [], pages: 0 })
  })
})
