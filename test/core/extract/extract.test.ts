import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extract } from '../../../lambdas/core/extract/extract.ts'
import type { Extraction, Range, Span } from '../../../lambdas/core/extract/types.ts'
import { SHIPPED_TOPICS } from '../../../lambdas/core/topics/shipped.ts'
import { articleOf } from '../../support/faults.ts'

const read = (text: string) => extract(articleOf(text), SHIPPED_TOPICS)
const told = ({ claims }: Extraction) =>
  claims.flatMap(claim =>
    claim.topics.map(topic => `${topic}: ${claim.source?.name ?? 'outlet'}: ${claim.content.text}`),
  )

const CORRIDOR = `CAIRO — The Rafah crossing stayed shut for a ninth day, and only forty aid trucks reached Gaza, the United Nations said on Monday.
"Nothing is moving," said Martha Olsen, a relief official. Hamas denied that it had fired on a convoy carrying flour.
A ceasefire proposal from Qatar was on the table, two diplomats said. The prime minister's office declined to comment on the talks.
In the 1990s, the two sides signed a peace accord that led nowhere.`

describe('an article', () => {
  it('gives claims under its topics, each with its speaker', () => {
    const lines = told(read(CORRIDOR))
    expect(lines.filter(line => line.startsWith('corridor: ')).join('\n')).toMatch(/Rafah crossing stayed shut/)
    expect(lines.filter(line => line.startsWith('corridor: ')).join('\n')).toMatch(/Hamas: .*convoy carrying flour/)
    expect(lines.filter(line => line.startsWith('talks: ')).join('\n')).toMatch(/ceasefire proposal from Qatar/)
  })
  it('tells denial from assertion and history from news', () => {
    const { claims } = read(CORRIDOR)
    expect(claims.find(claim => claim.content.text.includes('convoy'))?.polarity).toBe('denied')
    expect(claims.find(claim => claim.content.text.includes('peace accord'))?.background).toBe(true)
    expect(claims.find(claim => claim.content.text.includes('proposal'))?.background).toBe(false)
  })
  it('has no claim where somebody declines to comment', () => {
    expect(read(CORRIDOR).claims.filter(claim => /declined|comment/.test(claim.content.text))).toEqual([])
  })
})

describe('other senses raise no topic claim', () => {
  it.each([
    `Parliament has approved a rail corridor that will link the port with the capital. The new corridor will carry forty freight trains a day, the transport minister said. Work on the route was delayed by the army, which owns the land. The corridor will open in 2029.`,
    `Patients waited on trolleys in hospital corridors for up to eleven hours, a report said. "The corridor was full," said one nurse. Soldiers were called in to drive ambulances. The minister said that the corridors would be cleared.`,
    `The library's lecture series opens with a talk by a historian on the wars of the Balkans. The talks are free. In May a former army officer speaks about his years as a peacekeeper. The discussions will be streamed, the library said.`,
    `Nurses will vote on a pay offer after talks between the unions and the government broke down. Negotiations will resume on Monday, the minister said. The mediator urged both sides to return to the table. Both sides said that a truce over Christmas was possible.`,
    `The lender confirmed that it was in merger talks with its rival. The discussions are at an early stage, the companies said. Analysts said any deal would face a battle with regulators. The negotiations could be over by June, said a source close to the talks.`,
  ])('%s', text => {
    expect(told(read(text))).toEqual([])
  })
})

/** News-like text with whatever else may arrive in an upload. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'The army said',
        'talks',
        'ceasefire',
        'the Lachin corridor',
        '"',
        '“',
        '”',
        ',',
        '. ',
        '\n\n',
        'denied that',
        '200 people',
        '(AP) —',
      ),
      fc.constantFrom(
        '__proto__',
        'constructor',
        'toString',
        '\u0000',
        '\u202e',
        '\ud800',
        '\udc00',
        '🚚',
        ' ',
        'Mr. ',
        'U.S.',
        '…',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  .map(parts => parts.join(' '))

describe('any text', () => {
  it('is read without error, the same twice, and every span gives the text that it stands for', () => {
    fc.assert(
      fc.property(hostile, text => {
        const found = read(text)
        expect(read(text)).toEqual(found)
        const at = ({ start, end }: Range) => text.slice(start, end)
        for (const { mentions } of found.entities)
          for (const mention of mentions) expect(at(mention)).toBe(mention.text)
        for (const figure of found.figures) expect(at(figure)).toBe(figure.text)
        for (const { source, cue, content, sentence, figures } of found.claims) {
          const ofSpans = (spans: readonly Span[]) => spans.map(span => text.slice(...span)).join(' ')
          for (const part of [source, cue, content]) if (part) expect(ofSpans(part.spans)).toBe(part.text)
          expect(at(sentence)).not.toBe('')
          for (const index of figures) expect(ofSpans(content.spans)).toContain(found.figures[index]!.text)
        }
      }),
      { numRuns: 60 },
    )
  })
  it('gives every claim an id of its own', () => {
    fc.assert(
      fc.property(hostile, text => {
        const ids = read(`${text} ${text}`).claims.map(claim => claim.id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a revision', () => {
  it('keeps the ids of the claims whose sentences it leaves alone', () => {
    const before = read(CORRIDOR).claims.map(claim => claim.id)
    const after = read(`${CORRIDOR}\nThe foreign minister said that the talks would go on.`).claims.map(
      claim => claim.id,
    )
    expect(after).toEqual(expect.arrayContaining(before))
    expect(after.length).toBeGreaterThan(before.length)
  })
})
