import { describe, expect, it } from 'vitest'
import { independentOutlets } from '../../../lambdas/core/ledger/corroboration.ts'
import { fingerprint, isSameOrigin } from '../../../lambdas/core/ledger/fingerprint.ts'

const sentences = (topic: string): string =>
  Array.from(
    { length: 30 },
    (_, i) => `On day ${i} the ${topic} number ${i * 7} moved past village ${i * 3} with ${i + 2} lorries.`,
  ).join(' ')

describe('the text fingerprint', () => {
  const wire = sentences('convoy')

  it('is the same for the same words, whatever the punctuation and case', () => {
    expect(fingerprint(wire.toUpperCase().replaceAll('.', ' –'))).toBe(fingerprint(wire))
  })

  it('knows a wire copy under another first line', () => {
    expect(isSameOrigin(fingerprint(wire), fingerprint(`A local desk wrote this line. ${wire}`))).toBe(true)
  })

  it('tells another text apart', () => {
    expect(
      isSameOrigin(fingerprint(wire), fingerprint(sentences('delegation in the hotel').replaceAll('village', 'room'))),
    ).toBe(false)
  })

  it('exists for an empty text', () => {
    expect(fingerprint('')).toMatch(/^[0-9a-f]{16}$/)
  })
})

describe('independent outlets', () => {
  const a = '0000000000000000'
  const b = 'ffffffffffffffff'

  it('are counted once each, however many articles they have', () => {
    expect(
      independentOutlets([
        { outlet: 'A', fingerprint: a },
        { outlet: 'A', fingerprint: b },
      ]),
    ).toBe(1)
  })

  it('are not those that copy one text', () => {
    expect(
      independentOutlets([
        { outlet: 'A', fingerprint: a },
        { outlet: 'B', fingerprint: a },
      ]),
    ).toBe(1)
  })

  it('are those that wrote their own', () => {
    expect(
      independentOutlets([
        { outlet: 'A', fingerprint: a },
        { outlet: 'B', fingerprint: b },
      ]),
    ).toBe(2)
  })
})
