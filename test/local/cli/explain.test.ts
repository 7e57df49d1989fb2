import { describe, expect, it } from 'vitest'
import type { Claim, Extraction } from '../../../lambdas/core/extract/types.ts'
import { explain } from '../../../local/cli/explain.ts'

const TEXT = 'Baku said the road “is open”.\nRain fell.'
const at = (words: string): [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length]
const claim = (change: Partial<Claim>): Claim => ({
  id: 'c_1',
  source: { name: 'Azerbaijan', kind: 'named', text: 'Baku', spans: [at('Baku')] },
  cue: { text: 'said', spans: [at('said')], class: 'say' },
  content: { text: 'the road “is open”', spans: [at('the road “is open”')] },
  quote: 'mixed',
  polarity: 'affirmed',
  modality: 'asserted',
  background: false,
  topics: ['corridor'],
  figures: [],
  entities: [],
  sentence: { start: 0, end: 29 },
  rule: 'verb-before',
  ...change,
})
const extraction = (claims: Claim[], text = TEXT): Extraction => ({
  article: { id: 'a', title: 'The road', source: null, url: null, publishedAt: null, language: 'en', text },
  entities: [],
  references: [],
  figures: [],
  claims,
})

describe('an explained extraction', () => {
  it('marks source, cue and content in the text, and tells the rule below the line', () => {
    const lines = explain(extraction([claim({})])).split('\n')
    const line = lines.indexOf('{1 Baku} <1 said> [1 the road “is open”].')
    expect(lines[line + 1]).toBe('  1. corridor · Azerbaijan (named) · affirmed, asserted, mixed · verb-before')
    expect(lines[line + 2]).toBe('Rain fell.')
  })
  it('marks a content that holds another, one inside the other', () => {
    const outer = claim({ content: { text: TEXT.slice(5, 28), spans: [[5, 28]] }, source: null, cue: null })
    expect(explain(extraction([outer, claim({})]))).toContain('{2 Baku} [1 <2 said> [2 the road “is open”]].')
  })
  it('follows a content over lines', () => {
    const long = claim({ content: { text: TEXT.slice(10), spans: [[10, TEXT.length]] } })
    expect(explain(extraction([long]))).toContain('[1 the road “is open”.\n')
    expect(explain(extraction([long]))).toContain('\nRain fell.]')
  })
  it('tells speakers apart by colour where there is one, and the text stays the same', () => {
    const painted = explain(extraction([claim({})]), (style, text) => `(${style}:${text})`)
    expect(painted).toContain('(cyan:{1 )(cyan:Baku)(cyan:})')
    expect(painted).toContain('(yellow:said)')
  })
  it('shows what could move a terminal’s cursor or its reading direction as its code', () => {
    const explained = explain(extraction([], 'a\u001b[2J\u0007b\u202ec\ud800d\re'))
    expect(explained).toContain('a\\u{1b}[2J\\u{7}b\\u{202e}c\\u{d800}d\\u{d}e')
  })
})
