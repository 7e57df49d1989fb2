import { describe, expect, it } from 'vitest'
import { findFigures } from '../../../../lambdas/core/extract/figures/find-figures.ts'
import { parse } from '../../../../lambdas/core/extract/text/parse.ts'
import type { Figure } from '../../../../lambdas/core/extract/types.ts'

const figures = (text: string): Figure[] => findFigures(parse(text))
/** `text · value · qualifier · unit · of · kind`, the way the tables below write a figure. */
const line = ({ text, value, low, high, qualifier, unit, of, kind }: Figure): string =>
  [text, low === high ? value : `${value} [${low} ${high}]`, qualifier, unit ?? '-', of ?? '-', kind].join(' · ')

const table = (name: string, rows: [text: string, ...figures: string[]][]) =>
  describe(name, () => {
    it.each(rows)('%s', (text, ...expected) => expect(figures(text).map(line)).toEqual(expected))
  })

table('a hedge is kept apart from the value', [
  ['At least 200 people were killed.', 'At least 200 people · 200 · at least · person · people · killed'],
  [
    'Up to 120,000 residents may leave.',
    'Up to 120,000 residents · 120000 · at most · person · residents · population',
  ],
  ['The shelling killed nearly 40 soldiers.', 'nearly 40 soldiers · 40 · about · person · soldiers · killed'],
  ['Almost 40 soldiers died.', 'Almost 40 soldiers · 40 · about · person · soldiers · killed'],
  ['Some 300 villagers fled.', 'Some 300 villagers · 300 · about · person · villagers · displaced'],
  ['More than 70 houses burned.', 'More than 70 houses · 70 · more than · - · houses · other'],
  ['Over 100 trucks are waiting.', 'Over 100 trucks · 100 · more than · - · trucks · other'],
  ['Fewer than 20 officers remained.', 'Fewer than 20 officers · 20 · less than · person · officers · other'],
  ['As many as 90 patients wait.', 'As many as 90 patients · 90 · at most · person · patients · other'],
  ['No fewer than 12 villages were shelled.', 'No fewer than 12 villages · 12 · at least · - · villages · other'],
  ['No more than 12 villages were shelled.', 'No more than 12 villages · 12 · at most · - · villages · other'],
  [
    'An estimated 5,000 refugees arrived.',
    'An estimated 5,000 refugees · 5000 · about · person · refugees · displaced',
  ],
  ['Roughly 15 homes collapsed.', 'Roughly 15 homes · 15 · about · - · homes · other'],
  ['There were 1,000 or more protesters.', '1,000 or more protesters · 1000 · at least · person · protesters · other'],
  ['There were 40 or so protesters.', '40 or so protesters · 40 · about · person · protesters · other'],
  ['They met 1,000+ volunteers.', '1,000+ volunteers · 1000 · at least · person · volunteers · other'],
])

table('what has only an order of size is a band', [
  ['Dozens were wounded.', 'Dozens · 24 [24 99] · vague · person · - · wounded'],
  ['Dozens of houses burned.', 'Dozens of houses · 24 [24 99] · vague · - · houses · other'],
  [
    'Tens of thousands of civilians fled.',
    'Tens of thousands of civilians · 20000 [20000 99999] · vague · person · civilians · displaced',
  ],
  [
    'Several hundred fighters surrendered.',
    'Several hundred fighters · 200 [200 999] · vague · person · fighters · other',
  ],
  ['Hundreds of thousands live there.', 'Hundreds of thousands · 200000 [200000 999999] · vague · - · - · population'],
])

table('none is nought, and unknown is no figure', [
  ['There were no casualties.', 'no casualties · 0 · exact · person · casualties · other'],
  ['There were no civilian deaths.', 'no civilian deaths · 0 · exact · person · civilian deaths · killed'],
  ['No one was hurt.', 'No one was hurt · 0 · exact · person · - · wounded'],
  ['There were no reports of casualties.'],
  ['An unknown number of soldiers died.'],
  ['No decision has been made.'],
])

table('parts are read, each with what it is part of', [
  [
    'He met Dutch observers posted there since 2019, six of whom were hurt.',
    'six of whom were hurt · 6 · exact · person · Dutch observers · wounded',
  ],
  [
    'It said 192 soldiers and one civilian were killed.',
    '192 soldiers · 192 · exact · person · soldiers · killed',
    'one civilian · 1 · exact · person · civilian · killed',
  ],
  [
    'The strike killed 10 civilians, including five children.',
    '10 civilians · 10 · exact · person · civilians · killed',
    'five children · 5 · exact · person · children · killed',
  ],
  ['Three of the attackers were arrested.', 'Three of the attackers · 3 · exact · person · attackers · detained'],
])

table('verbs say what happened to those counted', [
  [
    'The raid killed 12 and wounded 30.',
    '12 · 12 · exact · person · - · killed',
    '30 · 30 · exact · person · - · wounded',
  ],
  [
    'Twelve people were killed and 30 others injured.',
    'Twelve people · 12 · exact · person · people · killed',
    '30 others · 30 · exact · person · others · wounded',
  ],
  ['The death toll rose to 673.', '673 · 673 · exact · person · death toll · killed'],
  ['Police detained 40 protesters.', '40 protesters · 40 · exact · person · protesters · detained'],
  ['About 200 soldiers killed the guards.', 'About 200 soldiers · 200 · about · person · soldiers · other'],
  ['The attack left 14 dead.', '14 dead · 14 · exact · person · dead · killed'],
  ['The town is home to 9,000 people.', '9,000 people · 9000 · exact · person · people · population'],
  ['They reported 200 casualties.', '200 casualties · 200 · exact · person · casualties · other'],
  ['Aid trucks carried 1,000 tonnes of flour.', '1,000 tonnes of flour · 1000 · exact · ton · flour · aid'],
])

table('durations', [
  ['It lifted the nine-month blockade.', 'nine-month · 9 · exact · month · blockade · duration'],
  ['They waited for three days and nights.', 'three days and nights · 3 · exact · day · - · duration'],
  [
    'The conflict has gone on for over three decades.',
    'over three decades · 30 · more than · year · conflict · duration',
  ],
  ['The pause lasts 72 hours.', '72 hours · 72 · exact · hour · - · duration'],
  ['He waited half an hour.', 'half an hour · 0.5 · exact · hour · - · duration'],
])

table('money', [
  ['It cost $3.4 billion.', '$3.4 billion · 3400000000 · exact · USD · - · money'],
  ['It cost €2.9bn.', '€2.9bn · 2900000000 · exact · EUR · - · money'],
  ['They sent 50m pounds.', '50m pounds · 50000000 · exact · GBP · - · money'],
  ['They sent £3m.', '£3m · 3000000 · exact · GBP · - · money'],
  ['They sent AMD 5bn.', 'AMD 5bn · 5000000000 · exact · AMD · - · money'],
  ['They sent 3.4 billion dollars.', '3.4 billion dollars · 3400000000 · exact · USD · - · money'],
  ['They sent US$3 million in food aid.', 'US$3 million · 3000000 · exact · USD · food aid · money'],
  ['They asked for $5-10 million.', '$5-10 million · 7500000 [5000000 10000000] · range · USD · - · money'],
  ['They asked for 20 million Canadian dollars.', '20 million Canadian dollars · 20000000 · exact · CAD · - · money'],
])

table('shares are in percent', [
  ['They hold 20 per cent of the land.', '20 per cent of the land · 20 · exact · percent · land · share'],
  ['A third of the houses burned.', 'A third of the houses · 33.33 · exact · percent · houses · share'],
  [
    'More than half the population left.',
    'More than half the population · 50 · more than · percent · population · share',
  ],
  ['Seven out of ten voters agreed.', 'Seven out of ten voters · 70 · exact · percent · voters · share'],
  ['Prices rose from 5 to 7 percent.', '7 percent · 7 · exact · percent · - · share'],
])

table('ranges', [
  [
    'Between 200 and 300 fighters left.',
    'Between 200 and 300 fighters · 250 [200 300] · range · person · fighters · other',
  ],
  ['They saw 10-15 vehicles.', '10-15 vehicles · 12.5 [10 15] · range · - · vehicles · other'],
  ['It holds from 5 to 7 percent of it.', 'from 5 to 7 percent · 6 [5 7] · range · percent · - · share'],
  ['It is 20–30 km away.', '20–30 km · 25 [20 30] · range · km · - · distance'],
])

describe('dates, ages, scores, names and places in a list are no figures', () => {
  it.each([
    ['A 34-year-old man spoke.'],
    ['Ann Lee, aged 65, spoke.'],
    ['Ann Lee, 42, spoke.'],
    ['It began on 12 September.'],
    ['It began on Sept. 12, 2020.'],
    ['It happened in 2020.'],
    ['The war of the 1990s is over.'],
    ['They held a first round of talks.'],
    ['It was a 3-2 win.'],
    ['Spain won 3-2.'],
    ['See page 14.'],
    ['Resolution 2254 was adopted.'],
    ['T-72 tanks and Su-25 jets came.'],
    ['The G20 met.'],
    ['Flight 370 vanished.'],
    ['They met at 12:30 and at 3 p.m.'],
    ['Call 1-800-555-1234.'],
    ['He lives at 10 Downing Street.'],
    ['Section 3(2) and Article 5 apply.'],
    ['The two sides met in Geneva.'],
    ['One of them said no.'],
    ['The past 24 hours were calm.'],
    ['It ended two days ago.'],
  ])('%s', text => expect(figures(text).map(line)).toEqual([]))
})

it('keeps what was added apart from the total', () => {
  const found = figures('Rescuers found another 40 bodies, pushing the death toll to 673.')
  expect(found.map(({ value, rule }) => [value, rule])).toEqual([
    [40, 'figure/delta'],
    [673, 'figure/total'],
  ])
})
