import { describe, expect, it } from 'vitest'
import { inflect } from '../../../lambdas/core/topics/inflect.ts'
import { readJson } from '../../../lambdas/core/topics/json-lines.ts'
import { parsePhrase } from '../../../lambdas/core/topics/phrase.ts'
import { readTopic } from '../../../lambdas/core/topics/read-topic.ts'

const DAM = {
  name: 'dam',
  title: 'The dam',
  match: ['{release} water', 'dam'],
  needs: ['reservoir'],
  excludes: ['beaver (dam|dams)'],
  examples: { matches: ['The dam above the reservoir cracked.'], ignores: ['A beaver dam.'] },
}
const file = (change: object) => JSON.stringify({ ...DAM, ...change }, null, 2)
const problems = (text: string) => {
  const reading = readTopic(text)
  return 'problems' in reading ? reading.problems : []
}

describe('a topic file', () => {
  it('is read where it is right', () => {
    expect(readTopic(file({}))).toMatchObject({ topic: { name: 'dam', match: ['{release} water', 'dam'] } })
  })
  it('is refused with the line on which it stops being JSON', () => {
    expect(problems('{\n  "name": "dam",\n  "title" "The dam"\n}')).toEqual([
      { line: 3, reason: 'not JSON: expected ":", got "\\""' },
    ])
    expect(problems('{"name": "dam"')[0]!.reason).toContain('the end of the file')
  })
  it('is refused with the line of a phrase that is not in the syntax', () => {
    expect(problems(file({ match: ['dam', '(dam|'] }))).toEqual([
      { line: 6, reason: 'match.1: "(dam|" is not in the syntax of phrases' },
    ])
  })
  it('is refused for a phrase that any word could match', () => {
    expect(problems(file({ needs: ['#Noun * .'] }))[0]).toMatchObject({ line: 9, reason: /no word that must be there/ })
  })
  it('is refused for a name that could not name a message group', () => {
    expect(problems(file({ name: 'The Dam' }))[0]).toMatchObject({ line: 2 })
  })
  it('is refused for a key that it does not have, and for one that is missing', () => {
    const found = problems(file({ exclude: [], title: undefined }))
    expect(found.map(problem => problem.reason).join()).toMatch(/exclude/)
    expect(found.map(problem => problem.reason).join()).toMatch(/title/)
  })
  it('is refused for a key that is given twice, or named like an object of its own', () => {
    expect(problems('{"name": "a",\n"name": "b"}')).toEqual([{ line: 2, reason: '"name" is given twice' }])
    expect(problems('{"__proto__": {"name": "dam"}}')[0]!.reason).toMatch(/__proto__|name/)
  })
})

describe('JSON with lines', () => {
  it('reads what JSON.parse reads', () => {
    const text = '\n{"a": [1, -2.5e3, true, null, {"b": "\\u00e9\\n\\"x\\""}], "c": {}, "d": []}'
    expect(readJson(text)).toMatchObject({ value: JSON.parse(text) })
  })
  it('refuses what JSON.parse refuses', () => {
    for (const text of ['', '{', '[1,]', '{"a":1,}', "{'a':1}", '01', '"a\nb"', '[1] 2', '{a:1}', 'nul'])
      expect(readJson(text), text).toHaveProperty('reason')
  })
  it('refuses nesting that would exhaust the stack', () => {
    expect(readJson('['.repeat(100_000))).toMatchObject({ reason: expect.stringContaining('nested') })
  })
})

describe('phrases', () => {
  it.each([
    ['', 'empty'],
    ['* . *', 'no word'],
    ['talk? #Noun', 'no word'],
    ['a * b * c *', 'two "*"'],
    ['(a|(b|c))', 'syntax'],
    ['(a||b)', 'empty choice'],
    ['{talk', 'syntax'],
    ['@hasComma', 'syntax'],
    ['talks && peace', 'syntax'],
    [Array(13).fill('a').join(' '), 'more than 12'],
  ])('refuses %j', (text, reason) => {
    expect(parsePhrase(text)).toMatchObject({ reason: expect.stringContaining(reason) })
  })
  it('knows the forms of a root', () => {
    expect(inflect('carry')).toEqual(['carry', 'carries', 'carried', 'carrying'])
    expect(inflect('stop')).toContain('stopped')
    expect(inflect('reopen')).toContain('reopened')
    expect(inflect('negotiate')).toContain('negotiating')
    expect(inflect('hold')).toContain('held')
  })
})
