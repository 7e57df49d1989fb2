import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAttributions } from '../../../../lambdas/core/extract/attributions/find-attributions.ts'
import { parse } from '../../../../lambdas/core/extract/text/parse.ts'
import type { Span } from '../../../../lambdas/core/extract/types.ts'
import { cpuTime } from '../../../support/cpu.ts'

const read = (text: string) => {
  const words = (spans: readonly Span[]) => spans.map(([start, end]) => text.slice(start, end)).join(' … ')
  return findAttributions(parse(text), [], []).map(a => ({
    ...a,
    source: a.source && words(a.source.spans),
    cue: words(a.cue.spans),
    content: words(a.content.spans),
    class: a.cue.class,
  }))
}

describe('who says what, by form', () => {
  it.each([
    [
      'verb-that',
      'The rebels announced that the bridge was open.',
      'The rebels',
      'announced',
      'that the bridge was open',
    ],
    ['verb-before', 'The mayor said the river was rising.', 'The mayor', 'said', 'the river was rising'],
    ['verb-trailing', 'The bridge is open, the ministry said.', 'the ministry', 'said', 'The bridge is open'],
    [
      'verb-inverted',
      '"The bridge is open," said Mayor Ines Odell.',
      'Mayor Ines Odell',
      'said',
      '"The bridge is open,"',
    ],
    ['verb-trailing', '“The bridge is open,” she said.', 'she', 'said', '“The bridge is open,”'],
    [
      'verb-split',
      '"The bridge is open," she said, "and it is safe."',
      'she',
      'said',
      '"The bridge is open," … "and it is safe."',
    ],
    [
      'according-to',
      'Forty houses burned down, according to the governor.',
      'the governor',
      'according to',
      'Forty houses burned down',
    ],
    [
      'according-to',
      'According to the governor, forty houses burned down.',
      'the governor',
      'According to',
      'forty houses burned down',
    ],
    [
      'according-to',
      'Forty houses burned down by noon, according to Ines Odell, the deputy governor of the valley.',
      'Ines Odell, the deputy governor of the valley',
      'according to',
      'Forty houses burned down by noon',
    ],
    [
      'according-to',
      'Forty houses burned down, according to two firemen, one of whom was there.',
      'two firemen',
      'according to',
      'Forty houses burned down',
    ],
    [
      'according-to',
      'The deal was signed on Monday, according to officials, after weeks of bargaining.',
      'officials',
      'according to',
      'The deal was signed on Monday',
    ],
    [
      'verb-trailing',
      'The camp holds 4,000 people, the agency said, citing its own count.',
      'the agency',
      'said',
      'The camp holds 4,000 people',
    ],
    ['verb-to', 'The company promised to pay the workers.', 'The company', 'promised', 'to pay the workers'],
    ['verb-before', 'Residents fear another attack.', 'Residents', 'fear', 'another attack'],
    ['verb-that', 'Analysts expect that prices will fall.', 'Analysts', 'expect', 'that prices will fall'],
    [
      'verb-that',
      'The court denied that the judge had been paid.',
      'The court',
      'denied',
      'that the judge had been paid',
    ],
    ['verb-that', 'Odell told reporters that the road was open.', 'Odell', 'told', 'that the road was open'],
    [
      'passive-by',
      'The minister was quoted as saying that the port would close.',
      'The minister',
      'was quoted as saying',
      'that the port would close',
    ],
    ['verb-before', 'They shelled a village that the army said was empty.', 'the army', 'said', 'was empty'],
    [
      'verb-before',
      'A source close to the talks said a deal was near.',
      'A source close to the talks',
      'said',
      'a deal was near',
    ],
    [
      'verb-before',
      'Baku said its troops had not crossed the line.',
      'Baku',
      'said',
      'its troops had not crossed the line',
    ],
    [
      'verb-before',
      'Rebel forces in Osterham said the port was open.',
      'Rebel forces in Osterham',
      'said',
      'the port was open',
    ],
    ['verb-before', 'Critics accuse the mayor of lying.', 'Critics', 'accuse', 'the mayor of lying'],
    ['colon', 'Odell: “We need water”', 'Odell', ':', '“We need water”'],
  ])('%s: %s', (rule, text, source, cue, content) => expect(read(text)).toMatchObject([{ rule, source, cue, content }]))

  it('takes a description of the source with it', () =>
    expect(read('"We need water," said Ines Odell, the mayor of Osterham.')[0]).toMatchObject({
      source: 'Ines Odell, the mayor of Osterham',
    }))

  it('keeps a quotation of several sentences whole', () =>
    expect(read('"We need water," Odell said. "The wells are dry."')[0]).toMatchObject({
      content: '"We need water," … "The wells are dry."',
      quote: 'direct',
    }))

  it("reads '' and `` as quotation marks", () =>
    expect(read("``We need water,'' Odell said.")[0]).toMatchObject({ content: "``We need water,''", quote: 'direct' }))

  it('tells a mixed quotation from an indirect one', () => {
    expect(read('The mayor said the talks were “a farce.”')[0]).toMatchObject({ quote: 'mixed' })
    expect(read('The mayor said the talks had failed.')[0]).toMatchObject({ quote: 'indirect' })
  })

  it.each([
    'Interfax reported, quoting the ministry, that two died.',
    'Two died, Interfax reported, quoting the ministry.',
  ])('hears the ministry through the agency: %s', text => {
    const [agency, ministry] = read(text)
    expect(agency).toMatchObject({ source: 'Interfax', cue: 'reported' })
    expect(ministry).toMatchObject({ source: 'the ministry', rule: 'quoting', within: 0, content: agency!.content })
  })

  it.each(['It is believed that the fire began in the kitchen.', 'There were reports of shelling near the border.'])(
    'finds what nobody in particular says: %s',
    text => expect(read(text)).toHaveLength(1),
  )

  it.each([
    ['The government plans to build a second bridge.', 'plans', 'promise'],
    ['The president hopes to visit the camp in May.', 'hopes', 'believe'],
  ])('takes an intention for an attribution: %s', (text, cue, name) =>
    expect(read(text)).toMatchObject([{ cue, class: name }]),
  )

  it.each([
    ['The bridge is open, the mayor told the local radio on Friday.', 'The bridge is open'],
    [
      'The camp will close at noon, the army said on Monday, in a sign that winter is near.',
      'The camp will close at noon',
    ],
    ['The wells have run dry, it said in a message to its members.', 'The wells have run dry'],
    ['Talks broke down at dawn, and nurses will strike on Monday, their union said.', 'nurses will strike on Monday'],
    [
      'The road, which crosses two valleys, is open, the army said on Monday.',
      'The road, which crosses two valleys, is open',
    ],
    ['Talks failed, said one diplomat, who asked not to be named.', 'Talks failed'],
  ])('takes for said what stands before a trailing speaker: %s', (text, content) =>
    expect(read(text).at(-1)).toMatchObject({
      content: expect.stringContaining(content),
      cue: expect.stringMatching(/^(told|said)$/),
    }),
  )

  it('leaves the clause before a speaker alone where something else is said', () =>
    expect(read('After the bridge had burned, the police announced a curfew.')).toMatchObject([
      { content: 'a curfew' },
    ]))

  it('ends a name that someone bears before the main verb', () =>
    expect(read('Men who called themselves guards blocked the road.')[0]).toMatchObject({
      content: 'themselves guards',
    }))

  it('keeps a trailing speaker out of what another is said to promise', () =>
    expect(read('The rebels agreed to free the hostages, said Omar Dell, their spokesman.')).toMatchObject([
      { source: 'The rebels', content: 'to free the hostages' },
      { source: 'Omar Dell, their spokesman', content: 'The rebels agreed to free the hostages' },
    ]))

  it.each([
    ['Hospitals put the toll at 45.', 'put', 'the toll at 45'],
    ['The rebels put their own losses at about 60 dead.', 'put', 'their own losses at about 60 dead'],
    ['Doctors have counted 19 deaths in the camp.', 'have counted', '19 deaths in the camp'],
  ])('hears who gives a number: %s', (text, cue, content) => expect(read(text)).toMatchObject([{ cue, content }]))

  it('ends the name of whoever gave a number before the number', () =>
    expect(read('The crowd is estimated by the town at 3,000.')).toMatchObject([
      { source: 'the town', content: 'The crowd … at 3,000' },
    ]))

  it.each([
    ['Norland, however, ruled out any talks about a merger.', 'Norland', 'ruled out', 'any talks about a merger'],
    ['The rebels ruled out a ceasefire.', 'The rebels', 'ruled out', 'a ceasefire'],
    ['Norland, meanwhile, rejected the plan.', 'Norland', 'rejected', 'the plan'],
    ['A spokesman for the port, for his part, denied the report.', 'A spokesman for the port', 'denied', 'the report'],
  ])('hears a refusal, and a speaker through an aside: %s', (text, source, cue, content) =>
    expect(read(text)).toMatchObject([{ class: 'deny', source, cue, content }]),
  )

  it('leaves a court that rules that something is so as it is', () =>
    expect(read('The court ruled that the road must stay open.')).toMatchObject([{ class: 'order', cue: 'ruled' }]))

  it('goes on with a quotation that fills the next sentence, and ends with it', () => {
    const text =
      '“The rumours are false,” Ana Bell, a pilot, told the radio in Osterham. “Whoever wants to go may go.” Rain fell.'
    expect(read(text)[0]).toMatchObject({ content: '“The rumours are false,” … “Whoever wants to go may go.”' })
  })

  it('puts nothing at a place', () => expect(read('They put the table at the window.')).toEqual([]))

  it('knows which attribution stands in which', () => {
    const found = read('The agency reported that the minister said the border was closed.')
    const inner = found.findIndex(a => a.cue === 'said')
    expect(found[found[inner]!.within!]).toMatchObject({ source: 'The agency', cue: 'reported' })
  })
})

describe('two things said by one speaker', () => {
  it.each([
    [
      'The envoy described the offer as useful and said more meetings would follow.',
      ['The envoy described the offer as useful', 'The envoy said more meetings would follow'],
    ],
    [
      'The rebels admitted shelling the depot but denied having hit the school.',
      ['The rebels admitted shelling the depot', 'The rebels denied having hit the school'],
    ],
    [
      'The minister told deputies that the bridge would be mended, and urged both sides to spare it.',
      ['The minister told that the bridge would be mended', 'The minister urged both sides to spare it'],
    ],
    [
      'The mayor said the militia had left the valley and told reporters that it would not be back.',
      ['The mayor said the militia had left the valley', 'The mayor told that it would not be back'],
    ],
    [
      'The mayor said the rebels took the bridge and told villagers that they would stay.',
      ['The mayor said the rebels took the bridge and told villagers that they would stay'],
    ],
  ])('%s', (text, said) =>
    expect(
      read(text)
        .slice(0, said.length)
        .map(({ source, cue, content }) => `${source} ${cue} ${content}`),
    ).toEqual(said),
  )
})

describe('of whom something is said is not who says it', () => {
  it.each([
    ['Herders in the valley, believed to number 4,000, have left their villages.', 'believed'],
    ['Inhabitants of the island, estimated at up to 900, have reported outages.', 'estimated'],
    ['Soldiers have been accused of looting the market.', 'have been accused of'],
  ])('%s', (text, cue) => expect(read(text).find(one => one.cue === cue)?.source).toBeNull())
  it('where it goes on to speak itself', () =>
    expect(
      read('Inhabitants of the island, estimated at up to 900, have reported that the wells are dry.').at(-1),
    ).toMatchObject({
      source: 'Inhabitants of the island',
      content: 'that the wells are dry',
    }))
})

describe('a speaker whole, with all that is said', () => {
  it.each([
    ['The mayor of Kelm said the road was shut.', 'The mayor of Kelm', 'the road was shut'],
    [
      'A driver who came by way of Kelm said the road was shut.',
      'A driver who came by way of Kelm',
      'the road was shut',
    ],
    ['The government maintains that nobody is being held.', 'The government', 'that nobody is being held'],
    ['The mission’s head, Ada Cole, ruled out any meeting this week.', 'Ada Cole', 'any meeting this week'],
    ['Aid groups have been demanding that the crossing be opened.', 'Aid groups', 'that the crossing be opened'],
    ['The agency is calling on both armies to let the boats pass.', 'The agency', 'both armies to let the boats pass'],
    ['The president has ruled out a meeting with the rebels.', 'The president', 'a meeting with the rebels'],
    [
      'The two armies met for talks, the first in a year, officials in Kelm acknowledged on Thursday.',
      'officials in Kelm',
      'The two armies met for talks, the first in a year',
    ],
  ])('%s', (text, source, content) => expect(read(text)).toMatchObject([{ source, content }]))
})

describe('the class of a cue', () => {
  it.each([
    ['say', 'The mayor said that the well was dry.'],
    ['deny', 'The mayor denied that the well was dry.'],
    ['order', 'The mayor demanded that the army leave.'],
    ['promise', 'The mayor promised that the army would leave.'],
    ['estimate', 'The mayor estimated that 40 houses had burned.'],
    ['believe', 'The mayor believes that the army will leave.'],
    ['ask', 'The mayor asked whether the army would leave.'],
    ['deny', 'The mayor does not believe that the army will leave.'],
  ])('%s: %s', (name, text) => expect(read(text)[0]).toMatchObject({ class: name }))
})

describe('no attribution', () => {
  it.each([
    'The mayor declined to comment.',
    'The ministry did not respond to a request for comment.',
    'Jack "the Knife" Malone lost his third fight on Friday.',
    'The bus stops at the station every hour.',
  ])('%s', text => expect(read(text)).toEqual([]))
})

const pieces = fc.constantFrom(
  ...[
    '"',
    '“',
    '”',
    '‘',
    '’',
    "''",
    '``',
    '(',
    ')',
    ',',
    '. ',
    ' ',
    '\n\n',
    ': ',
    '?” ',
    ' said ',
    ' according to ',
    ' that ',
  ],
  ...[
    'the mayor',
    'Odell',
    'he',
    'announced',
    'plans to',
    '__proto__',
    'constructor',
    '\uD800',
    '\0',
    '\u202E',
    '40',
    '’s',
  ],
)

it('gives sorted spans within the text, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 80 }), parts => {
      const text = parts.join('')
      const found = findAttributions(parse(text), [], [])
      for (const { source, cue, content, within } of found) {
        expect(content.spans.length).toBeGreaterThan(0)
        for (const spans of [source?.spans ?? [], cue.spans, content.spans]) {
          let at = 0
          for (const [start, end] of spans) {
            expect(start).toBeGreaterThanOrEqual(at)
            expect(end).toBeGreaterThan(start)
            at = end
          }
          expect(at).toBeLessThanOrEqual(text.length)
        }
        if (within !== undefined) expect(found[within]).toBeDefined()
      }
    }),
    { numRuns: 200 },
  )
})

describe('time grows with the text and no faster', () => {
  const timed = (text: string) => {
    const doc = parse(text)
    return Math.min(...[1, 2, 3].map(() => cpuTime(() => findAttributions(doc, [], []))))
  }
  it.each([
    ['quotation marks that open', '“he said '],
    ['straight marks', 'he said " that '],
    ['brackets', '(she said '],
    ['cues in one sentence', 'he said that '],
    ['apostrophes', "he said 'a "],
  ])('%s', (_, unit) => {
    timed(unit.repeat(250))
    expect(timed(unit.repeat(2000))).toBeLessThan(20 + 8 * timed(unit.repeat(500)))
  })
})
