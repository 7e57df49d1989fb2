import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from '../../../../lambdas/core/extract/extract.ts'
import { parse } from '../../../../lambdas/core/extract/text/parse.ts'
import { checkTopic } from '../../../../lambdas/core/extract/topics/check-topic.ts'
import { findTopics } from '../../../../lambdas/core/extract/topics/find-topics.ts'
import { SHIPPED_TOPICS } from '../../../../lambdas/core/topics/shipped.ts'
import { SHIPPED_NAMES } from '../../../../lambdas/core/topics/shipped-names.ts'
import type { Topic } from '../../../../lambdas/core/topics/topic.ts'

const told = (text: string, topics: readonly Topic[] = SHIPPED_TOPICS) => {
  const doc = parse(text)
  return findTopics(doc, topics).map(
    ({ topic, first, last }) =>
      `${topic}: ${doc.terms
        .slice(first, last)
        .map(term => term.normal)
        .join(' ')}`,
  )
}
const topic = (change: Partial<Topic>): Topic => ({
  name: 'dam',
  title: 'The dam',
  match: ['dam'],
  needs: [],
  excludes: [],
  examples: { matches: ['The dam broke.'], ignores: [] },
  ...change,
})

it('what its title tells, a text goes on with', () => {
  const text = 'Two envoys came down the stairs. The meeting was short, a guard said.'
  const topicsUnder = (title: string) =>
    extract(
      { id: 'a', title, source: null, url: null, publishedAt: null, language: 'en', text },
      SHIPPED_TOPICS,
    ).claims.flatMap(claim => claim.topics)
  expect(topicsUnder('Peace talks with the rebels resume')).toEqual(['talks'])
  expect(topicsUnder('Peace and quiet in the hotel')).toEqual([])
})

it('an echo counts in what somebody says, and is no statement of the outlet', () => {
  const before = 'Rebels and army opened peace talks in the capital. '
  const under = (text: string) =>
    extract({ id: 'a', title: null, source: null, url: null, publishedAt: null, language: 'en', text }, SHIPPED_TOPICS)
      .claims.filter(claim => claim.topics.length > 0)
      .map(claim => claim.source?.name ?? null)
  expect(under(`${before}The terms were clear, the envoy said.`)).toEqual([null, 'the envoy'])
  expect(under(`${before}The terms were clear.`)).toEqual([null])
})

it('what refers back keeps a topic in mind a little longer, and no more than that', () => {
  const filler = 'The wind rose in the afternoon. Old men played cards. '
  const text = `Rebels and army opened peace talks. ${filler}${filler}A delegation was late. The wind fell. `
  const told = (end: string) =>
    findTopics(parse(text + end), SHIPPED_TOPICS).some(({ last }) => last > parse(text).terms.length)
  expect(told('No date was set.')).toBe(true)
  expect(told(`${filler}${filler}No date was set.`)).toBe(false)
})

describe('the shipped topics', () => {
  it('are the ones that are named', () => {
    expect(SHIPPED_TOPICS.map(({ name }) => name)).toEqual(SHIPPED_NAMES)
  })
  it.each(['corridor', 'talks'])('%s is a right file and its examples come out as they say', name => {
    const file = readFileSync(new URL(`../../../../lambdas/core/topics/${name}.json`, import.meta.url), 'utf8')
    expect(checkTopic(file)).toHaveProperty('topic.name', name)
  })
  it('are followed by one of somebody’s own, which is as right', () => {
    const file = readFileSync(new URL('../../../../fixtures/topics/floods.json', import.meta.url), 'utf8')
    expect(checkTopic(file)).toHaveProperty('topic.name', 'floods')
  })
  it.each(SHIPPED_TOPICS)('$name has enough examples of both kinds', ({ examples }) => {
    expect(examples.matches.length).toBeGreaterThanOrEqual(25)
    expect(examples.ignores.length).toBeGreaterThanOrEqual(25)
  })
  it('may both be told by one sentence', () => {
    expect(told('Truce talks failed over the Lachin corridor.')).toEqual([
      'talks: truce talks',
      'corridor: lachin corridor',
    ])
  })
})

describe('context', () => {
  it('of the article lets a word mean the topic', () => {
    expect(told('Talks resumed on Monday.')).toEqual([])
    expect(told('Rebels took the town. Talks resumed on Monday.')).toContain('talks: talks')
  })
  it('gives a short form its meaning for a few sentences only', () => {
    const filler = 'Rain fell in the hills. '
    expect(told('The Lachin corridor opened. The road is closed.')).toContain('corridor: the road is closed')
    expect(told('The road is closed. The Lachin corridor opened.')).not.toContain('corridor: the road is closed')
    expect(told(`The Lachin corridor opened. ${filler.repeat(6)}The road is closed.`)).not.toContain(
      'corridor: the road is closed',
    )
  })
  it('of another sense holds until the topic is told again', () => {
    const text =
      'War drove up fuel prices. Pay talks between the nurses and the ministry failed. The talks will go on in May.'
    expect(told(text)).toEqual([])
    expect(told(`${text} Elsewhere, ceasefire talks began. The talks are in Cairo.`)).toContain('talks: the talks')
  })
  it('of another sense does not hide the topic by its name in the same sentence', () => {
    expect(told('Unions broke off pay talks as a ceasefire took hold.')).toEqual(['talks: ceasefire'])
  })
})

describe('phrases in a text', () => {
  it.each([
    ['dam', 'The DAM’s wall', ["dam: dam's"]],
    ['{release} water', 'They were releasing water.', ['dam: releasing water']],
    ['(flood|high water) warning', 'A high water warning was given.', ['dam: high water warning']],
    ['flood the? warning', 'flood warning', ['dam: flood warning']],
    ['dam * broke', 'The dam above the town broke.', ['dam: dam above the town broke']],
    ['dam * broke', 'The dam that stood there for a hundred years broke.', []],
    ['#Country dam', 'The Ethiopia dam is full.', ['dam: ethiopia dam']],
    ['cease-fire', 'A cease-fire held.', ['dam: cease fire']],
    ['de-escalation', 'They want de-escalation.', ['dam: de-escalation']],
  ])('%j in %j', (phrase, text, found) => {
    expect(told(text, [topic({ match: [phrase] })])).toEqual(found)
  })
  it('do not reach over the end of a sentence', () => {
    expect(told('They saw the dam. Broke farmers left.', [topic({ match: ['dam broke'] })])).toEqual([])
  })
})

describe('checking a file', () => {
  it('names the line of an example that does not come out as it says', () => {
    const examples = { matches: ['The dam broke.', 'The wall broke.'], ignores: ['A beaver dam held.'] }
    const text = JSON.stringify(topic({ examples }), null, 2)
    const checked = checkTopic(text)
    const lines = text.split('\n')
    expect('problems' in checked && checked.problems.map(({ line }) => lines[line - 1]!.trim())).toEqual([
      '"The wall broke."',
      '"A beaver dam held."',
    ])
  })
})
