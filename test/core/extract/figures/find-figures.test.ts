import { describe, expect, it } from 'vitest'
import { findFigures } from '../../../../lambdas/core/extract/figures/find-figures.ts'
import { parse } from '../../../../lambdas/core/extract/text/parse.ts'
import type { Figure } from '../../../../lambdas/core/extract/types.ts'

const figures = (text: string): Figure[] => findFigures(parse(text))
/** `text · value · qualifier · unit · of · kind`, the way the tables below write a figure; with its ends where it is a range. */
const line = ({ text, value, low, high, qualifier, unit, of, kind }: Figure): string =>
  [
    text,
    low === high || high === value ? value : `${value} [${low} ${high}]`,
    qualifier,
    unit ?? '-',
    of ?? '-',
    kind,
  ].join(' · ')

const table = (name: string, rows: [text: string, ...figures: string[]][]) =>
  describe(name, () => {
    it.each(rows)('%s', (text, ...expected) => expect(figures(text).map(line)).toEqual(expected))
  })

it.each([
  ['Up to 900 people left.', 0, 900],
  ['Fewer than 900 people left.', 0, 900],
  ['At least 900 people left.', 900, 900],
  ['Between 700 and 900 people left.', 700, 900],
])('how little and how much a text allows: %s', (text, low, high) => {
  expect(figures(text)).toMatchObject([{ low, high }])
})

table('who is counted is told by what befell them', [
  ['47 diabetics had died by May.', '47 diabetics · 47 · exact · person · diabetics · killed'],
  ['Thirty people starved to death.', 'Thirty people · 30 · exact · person · people · killed'],
  ['Nine townspeople lost their lives.', 'Nine townspeople · 9 · exact · person · townspeople · killed'],
  ['The mayor gave a figure of 80 killed.', '80 · 80 · exact · person · - · killed'],
  ['A sack sells at 2,000 kyat.', '2,000 kyat · 2000 · exact · MMK · - · money'],
])

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
  ['Some 2,000-plus refugees came.', 'Some 2,000-plus refugees · 2000 · at least · person · refugees · displaced'],
  ['They built a wall around 30 houses.', '30 houses · 30 · exact · - · houses · other'],
  ['They handed over 32 prisoners.', '32 prisoners · 32 · exact · person · prisoners · other'],
  ['They argued over two islands.', 'two islands · 2 · exact · - · islands · other'],
  ['The staff, estimated at up to 90 people, left.', 'up to 90 people · 90 · at most · person · staff · other'],
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
  [
    'Hundreds of thousands live there.',
    'Hundreds of thousands · 200000 [200000 999999] · vague · person · - · population',
  ],
  ['Scores were arrested.', 'Scores · 40 [40 99] · vague · person · - · detained'],
  ['Millions of dollars were lost.', 'Millions of dollars · 2000000 [2000000 9999999] · vague · USD · - · money'],
  ['A few dozen shells fell.', 'A few dozen shells · 24 [24 99] · vague · - · shells · other'],
])

table('none is nought, and unknown is no figure', [
  ['There were no casualties.', 'no casualties · 0 · exact · person · casualties · other'],
  ['There were no civilian deaths.', 'no civilian deaths · 0 · exact · person · civilian deaths · killed'],
  ['No one was hurt.', 'No one was hurt · 0 · exact · person · - · wounded'],
  ['There were no reports of casualties.'],
  ['An unknown number of soldiers died.'],
  ['No decision has been made.'],
  ['No Dutch soldiers were killed.', 'No Dutch soldiers were killed · 0 · exact · person · Dutch soldiers · killed'],
  [
    'None of the passengers was injured.',
    'None of the passengers was injured · 0 · exact · person · passengers · wounded',
  ],
  ['No arrests were made.', 'No arrests · 0 · exact · person · arrests · detained'],
  ['No one has claimed it.'],
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
  [
    'Two Dutch and three French soldiers died.',
    'Two Dutch · 2 · exact · person · soldiers · killed',
    'three French soldiers · 3 · exact · person · French soldiers · killed',
  ],
  ['Three of the attackers were arrested.', 'Three of the attackers · 3 · exact · person · attackers · detained'],
  [
    'Forty-two people, 12 of them children, drowned.',
    'Forty-two people · 42 · exact · person · people · killed',
    '12 of them children · 12 · exact · person · children · killed',
  ],
  [
    'They fired 300 rockets, 25 of which were shot down.',
    '300 rockets · 300 · exact · - · rockets · other',
    '25 of which were shot down · 25 · exact · - · rockets · other',
  ],
  [
    '38 of the 67 passengers died.',
    '38 · 38 · exact · person · passengers · killed',
    '67 passengers · 67 · exact · person · passengers · other',
  ],
  [
    'Fourteen out of 45 passengers died.',
    'Fourteen · 14 · exact · person · passengers · killed',
    '45 passengers · 45 · exact · person · passengers · other',
  ],
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
  ['Some 90 people were killed or wounded.', 'Some 90 people · 90 · about · person · people · other'],
  ['Ten soldiers were among the dead.', 'Ten soldiers · 10 · exact · person · soldiers · killed'],
  [
    'The number of displaced people stands at 1.2 million.',
    '1.2 million · 1200000 · exact · person · number of displaced people · displaced',
  ],
  ['The injury toll climbed to 45.', '45 · 45 · exact · person · injury toll · wounded'],
  ['Police freed 12 hostages.', '12 hostages · 12 · exact · person · hostages · other'],
  ['The deaths of 12 miners shook the town.', '12 miners · 12 · exact · person · miners · killed'],
  ['The dead include 12 women.', '12 women · 12 · exact · person · women · killed'],
  ['No fewer than 200,000 were made homeless.', 'No fewer than 200,000 · 200000 · at least · person · - · displaced'],
  [
    'Seven were hurt and 96 more are missing.',
    'Seven · 7 · exact · person · - · wounded',
    '96 · 96 · exact · person · - · other',
  ],
  ['A 19-truck convoy carrying food waited.', '19-truck · 19 · exact · - · truck · aid'],
  ['It was a 1,000-strong force.', '1,000-strong force · 1000 · exact · person · force · other'],
])

table('a counter takes its kind and what it counts from its subject', [
  [
    'The number of villagers drowned in the flood along the lower Dravo has climbed to 88.',
    '88 · 88 · exact · person · number of villagers · killed',
  ],
  [
    'The death toll from the quake, rescuers said on Friday, has risen to 412.',
    '412 · 412 · exact · person · death toll · killed',
  ],
  [
    'The number of families who left the valley by bus and on foot since the shelling began rose from 900 to 1,400.',
    '900 · 900 · exact · person · number of families · displaced',
    '1,400 · 1400 · exact · person · number of families · displaced',
  ],
  ['The number of prisoners who died stands at 19.', '19 · 19 · exact · person · number of prisoners · killed'],
  ['The number of refugees killed reached 40.', '40 · 40 · exact · person · number of refugees · killed'],
  ['Deaths from measles in the camps rose to 57.', '57 · 57 · exact · person · deaths · killed'],
  ['Casualties climbed to 90 by nightfall.', '90 · 90 · exact · person · casualties · other'],
  ['The number of houses that burned rose to 70.', '70 · 70 · exact · - · number of houses · other'],
  ['The number of dead fell, and the price of bread rose to 213.'],
  ['Sudan put its own losses at 192.', '192 · 192 · exact · person · losses · other'],
  ['They revised the toll up to 170.', '170 · 170 · exact · person · toll · killed'],
  ['Complaints from residents rose to 40.'],
  ['Profits rose to 213.'],
])

table('who left for elsewhere is displaced, who travels is not', [
  [
    'More than 8,000 civilians had crossed into Chad.',
    'More than 8,000 civilians · 8000 · more than · person · civilians · displaced',
  ],
  ['Some 3,000 villagers made it to Goma.', 'Some 3,000 villagers · 3000 · about · person · villagers · displaced'],
  ['By dusk 4,100 had left for Sudan.', '4,100 · 4100 · exact · person · - · displaced'],
  ['Around 250 families have left their homes.', 'Around 250 families · 250 · about · person · families · displaced'],
  ['Nearly 12,000 have found shelter in Poland.', 'Nearly 12,000 · 12000 · about · person · - · displaced'],
  [
    'Some 700 people entered Chad through the Adre crossing.',
    'Some 700 people · 700 · about · person · people · displaced',
  ],
  ['Some 900 people have arrived in Sudan.', 'Some 900 people · 900 · about · person · people · displaced'],
  ['Some 900 people arrived in Qatar for the games.', 'Some 900 people · 900 · about · person · people · other'],
  ['About 500 residents were bussed to Gorno.', 'About 500 residents · 500 · about · person · residents · displaced'],
  ['Floods drove 40,000 from their homes.', '40,000 · 40000 · exact · person · - · displaced'],
  ['It feeds the 12,000 who have fled.', '12,000 · 12000 · exact · person · - · displaced'],
  ['Some 60,000 fans crossed into Wales.', 'Some 60,000 fans · 60000 · about · person · fans · other'],
  ['Some 400 soldiers crossed into Chad.', 'Some 400 soldiers · 400 · about · person · soldiers · other'],
  ['Some 300 people will cross into Chad.', 'Some 300 people · 300 · about · person · people · other'],
  ['Some 300 people left the room.', 'Some 300 people · 300 · about · person · people · other'],
  ['Two people left for Paris.', 'Two people · 2 · exact · person · people · other'],
])

table('who lives in a place is its population', [
  [
    'As many as 30,000 people are believed to be living on the island.',
    'As many as 30,000 people · 30000 · at most · person · people · population',
  ],
  ['About 70,000 Kurds live in the valley.', 'About 70,000 Kurds · 70000 · about · person · Kurds · population'],
  [
    "Most of the island's people, estimated at 14,000, have no water.",
    '14,000 · 14000 · about · person · people · population',
  ],
])

table('a side loses its dead, a firm its workers', [
  [
    'Kenya lost 24 soldiers, two medics and one pilot in the raid.',
    '24 soldiers · 24 · exact · person · soldiers · killed',
    'two medics · 2 · exact · person · medics · killed',
    'one pilot · 1 · exact · person · pilot · killed',
  ],
  ['The fund lost 40 workers.', '40 workers · 40 · exact · person · workers · other'],
  ['The club lost three men to injury.', 'three men · 3 · exact · person · men · other'],
])

table('prisoners are detained until they are free', [
  ['They agreed to free 60 prisoners.', '60 prisoners · 60 · exact · person · prisoners · detained'],
  ['The deal covers the release of 60 captives.', '60 captives · 60 · exact · person · captives · detained'],
  ['Police took 80 people into custody.', '80 people · 80 · exact · person · people · detained'],
  ['They released 60 prisoners.', '60 prisoners · 60 · exact · person · prisoners · other'],
])

table('durations', [
  ['It lifted the nine-month blockade.', 'nine-month · 9 · exact · month · blockade · duration'],
  ['They waited for three days and nights.', 'three days and nights · 3 · exact · day · - · duration'],
  [
    'The conflict has gone on for over three decades.',
    'over three decades · 30 · more than · year · conflict · duration',
  ],
  ['The ferry is out for three weekends.', 'three weekends · 3 · exact · weekend · - · duration'],
  ['The pause lasts 72 hours.', '72 hours · 72 · exact · hour · - · duration'],
  ['He waited half an hour.', 'half an hour · 0.5 · exact · hour · - · duration'],
  ['It came after 12 straight years.', '12 straight years · 12 · exact · year · - · duration'],
  ['The flight took six and a half hours.', 'six and a half hours · 6.5 · exact · hour · - · duration'],
  ['They broke the 10-month-long siege.', '10-month · 10 · exact · month · siege · duration'],
  ['The shop lasted half a century.', 'half a century · 50 · exact · year · - · duration'],
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
  [
    'It cost U.S.$5m or A$7m.',
    'U.S.$5m · 5000000 · exact · USD · - · money',
    'A$7m · 7000000 · exact · AUD · - · money',
  ],
  ['They asked for €100-150m.', '€100-150m · 125000000 [100000000 150000000] · range · EUR · - · money'],
  ['It fell from $7m to $5m.', '$7m · 7000000 · exact · USD · - · money', '$5m · 5000000 · exact · USD · - · money'],
  ['It cost 1,5 million euros.', '1,5 million euros · 1500000 · exact · EUR · - · money'],
  ['The won match cost 200 pounds of sugar.', '200 pounds of sugar · 200 · exact · lb · sugar · other'],
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
  [
    'Two-thirds of the 9,000 residents left.',
    'Two-thirds · 66.67 · exact · percent · residents · share',
    '9,000 residents · 9000 · exact · person · residents · population',
  ],
  ['One in five homes has no gas.', 'One in five homes · 20 · exact · percent · homes · share'],
  ['It rose by 3 percentage points.', '3 percentage points · 3 · exact · percentage point · - · share'],
  ['The first half of the year was calm.'],
])

table('ranges', [
  [
    'Between 200 and 300 fighters left.',
    'Between 200 and 300 fighters · 250 [200 300] · range · person · fighters · other',
  ],
  ['They saw 10-15 vehicles.', '10-15 vehicles · 12.5 [10 15] · range · - · vehicles · other'],
  ['It holds from 5 to 7 percent of it.', 'from 5 to 7 percent · 6 [5 7] · range · percent · - · share'],
  ['It is 20–30 km away.', '20–30 km · 25 [20 30] · range · km · - · distance'],
  ['Two or three shells fell.', 'Two or three shells · 2.5 [2 3] · range · - · shells · other'],
  ['They left between 2014 and 2016.'],
  ['It served from 1998 to 2008.'],
])

table('measures', [
  ['It covers 300 square miles of desert.', '300 square miles of desert · 300 · exact · square mile · desert · other'],
  ['Winds reached 40 km per hour.', '40 km per hour · 40 · exact · km/h · - · other'],
  ['It fell within 5km of a bridge.', '5km · 5 · exact · km · - · distance'],
  ['It took 50 kg of rice.', '50 kg of rice · 50 · exact · kg · rice · other'],
  ['10 000 metric tons arrived.', '10 000 metric tons · 10000 · exact · ton · - · other'],
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
    ['It began on 12 and 13 September.'],
    ['The 1988-94 war ended.'],
    ['Nineteen eighty-four was a hard year.'],
    ['The 2014 elections were the last.'],
    ['In 2020 people died.'],
    ['Boys aged 8 and 10 sang.'],
    ['Under-16s and over-65s get in free.'],
    ['No. 5 won and No. 7 lost.'],
    ['He called from +374 10 123456.'],
    ['See [2] and [13].'],
    ['Nantes 0 Lens 1 was the score.'],
    ['The Big Five met the Gang of Four.'],
    ['It was a five-point plan.'],
    ['The magnitude 7.8 quake hit at night.'],
    ['The 33°47′N line and 192.168.1.1 are no amounts.'],
    ['One or more of these may apply.'],
  ])('%s', text => expect(figures(text).map(line)).toEqual([]))
})

it('keeps what was added apart from the total', () => {
  const found = figures('Rescuers found another 40 bodies, pushing the death toll to 673.')
  expect(found.map(({ value, rule }) => [value, rule])).toEqual([
    [40, 'figure/delta'],
    [673, 'figure/total'],
  ])
})

describe('what is on top of a figure, within it or before it is told from a total', () => {
  it.each([
    ['Three more people were killed, bringing the total to 19.', ['figure/delta', 'figure/total']],
    ['The toll rose by 40 to 673.', ['figure/delta', 'figure/total']],
    ['The number of dead rose from 213 to 240.', ['figure/former', 'figure/total']],
    ['An additional 125 soldiers arrived.', ['figure/delta']],
    ['The raid killed ten people, among them two nurses.', ['figure/count', 'figure/part']],
  ])('%s', (text, rules) => expect(figures(text).map(({ rule }) => rule)).toEqual(rules))
})

it('gives the sentence and the exact span of each figure', () => {
  const text = 'It was calm. Then 12 shells fell.'
  const [figure] = figures(text)
  expect(text.slice(figure!.start, figure!.end)).toBe('12 shells')
  expect(text.slice(figure!.sentence.start, figure!.sentence.end)).toBe('Then 12 shells fell.')
  expect(figure!.source).toBeNull()
})
