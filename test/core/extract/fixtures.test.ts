import { describe, expect, test } from 'vitest'
import { loadFixtures } from '../../../fixtures/load.ts'
import { extract } from '../../../lambdas/core/extract/extract.ts'
import { SHIPPED_TOPICS } from '../../../lambdas/core/topics/shipped.ts'
import { claimFaults, entityFaults, falseAlarms, figureFaults } from '../../fixtures/check.ts'

const cases = loadFixtures().map(({ name, article, expected }) => ({
  name,
  expected,
  extraction: extract(article, SHIPPED_TOPICS),
}))

/** Of about 150 entities, 100 figures and 140 claims that a reader finds. A fault more is a step back; these only go down. */
const FAULTS_LEFT = { entities: 3, figures: 6, claims: 2 }

function atMost(left: number, faults: string[]): void {
  expect(faults.length, `more than ${left} faults:\n${faults.join('\n')}\n`).toBeLessThanOrEqual(left)
}

describe('what a reader finds in the fixtures is found', () => {
  test('entities: type, name, mentions, role', () => {
    const faults = cases.flatMap(({ name, extraction, expected }) =>
      entityFaults(extraction, expected.entities).map(fault => `${name}: ${fault}`),
    )
    atMost(FAULTS_LEFT.entities, faults)
  })

  test('figures: value, qualifier, unit, what is counted, kind, who gave it', () => {
    const faults = cases.flatMap(({ name, extraction, expected }) =>
      figureFaults(extraction, expected.figures).map(fault => `${name}: ${fault}`),
    )
    atMost(FAULTS_LEFT.figures, faults)
  })

  test('claims: who, what, topic, polarity, modality, figures', () => {
    const faults = cases.flatMap(({ name, extraction, expected }) =>
      claimFaults(extraction, expected.claims).map(fault => `${name}: ${fault}`),
    )
    atMost(FAULTS_LEFT.claims, faults)
  })
})

describe('no claim of a fixture stands under a topic where a reader would not put it', () => {
  test.each(cases)('$name', ({ extraction, expected }) => {
    expect(falseAlarms(extraction, expected.claims)).toEqual([])
  })
})

describe('every span of a fixture gives its text', () => {
  test.each(cases)('$name', ({ extraction }) => {
    const { article, entities, figures, claims } = extraction
    const words = claims.flatMap(({ source, cue, content }) => [source, cue, content]).filter(part => part !== null)
    const whole = words.filter(({ spans }) => spans.length === 1)
    const spans = whole.map(({ spans: [span], text }) => ({ start: span![0], end: span![1], text }))
    for (const { start, end, text } of [...entities.flatMap(({ mentions }) => mentions), ...figures, ...spans]) {
      expect(article.text.slice(start, end)).toBe(text)
    }
  })
})
