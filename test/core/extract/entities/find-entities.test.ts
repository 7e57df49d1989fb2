import { expect, test } from 'vitest'
import { entity, mentioned, read } from './read.ts'

const ids = (text: string) => read(text).entities.map(one => one.id)

test('people, places and organizations are told apart', () => {
  const text = 'Maria Keller flew from Geneva to Nairobi on Monday to meet officials of the World Food Programme.'
  expect(ids(text)).toEqual([
    'person:maria-keller',
    'place:geneva',
    'place:nairobi',
    'organization:world-food-programme',
  ])
})

test('a nationality is no place', () => {
  expect(ids('Azerbaijani troops and Armenian villagers watched the Russian convoy.')).toEqual([])
})

test('a possessive ending is not part of a mention', () => {
  expect(mentioned('Yesterday Baku’s envoys rejected the plan, and Baku repeated it later.', 'Baku')).toEqual([
    'Baku',
    'Baku',
  ])
})

test('a name with a hyphen is one mention', () => {
  expect(mentioned('Aid has not reached Nagorno-Karabakh for weeks.', 'Nagorno-Karabakh')).toEqual(['Nagorno-Karabakh'])
})

test('other names of a place are the same entity, and the text keeps its own words', () => {
  const text = 'Trucks left for Khankendi on Friday. Residents of Stepanakert, as Armenians call the city, saw none.'
  expect(entity(text, 'Stepanakert')).toMatchObject({ id: 'place:stepanakert', aliases: ['Khankendi'] })
})

test('the same place has the same id whichever name an article uses', () => {
  const of = (name: string) => ids(`The road to ${name} stayed closed, the Red Cross said.`)[0]
  expect([of('Artsakh'), of('Nagorny Karabakh'), of('Nagorno-Karabakh')]).toEqual(
    Array(3).fill('place:nagorno-karabakh'),
  )
})

test('a surname alone belongs to the person named in full', () => {
  const text = 'Farid Rasulov met reporters in Tbilisi. Rasulov said that the talks would go on.'
  expect(mentioned(text, 'Farid Rasulov')).toEqual(['Farid Rasulov', 'Rasulov'])
})

test('a surname alone belongs to the one of two who was named last', () => {
  const text = 'Anna Petrova met Ivan Smirnov in Moscow. Later Pavel Smirnov arrived, and Smirnov spoke to the press.'
  expect(mentioned(text, 'Pavel Smirnov')).toEqual(['Pavel Smirnov', 'Smirnov'])
})

test('a name that begins like another is not the same', () => {
  expect(ids('Ruben Stepanyan left Stepanakert on foot.')).toEqual(['person:ruben-stepanyan', 'place:stepanakert'])
})

test('an acronym in brackets is tied to its long form', () => {
  const text = 'The Danish Refugee Council (DRC) has halted its work. The DRC said that roads were unsafe.'
  expect(mentioned(text, 'Danish Refugee Council')).toEqual(['Danish Refugee Council', 'DRC', 'DRC'])
})

test('an army named by its nationality is an organization', () => {
  expect(entity('A checkpoint of the Armenian army stood by the bridge.', 'Armenian army').type).toBe('organization')
})

test('forces named by their state or people are an organization', () => {
  expect(ids('The raid killed 12, Syrian Arab forces said.')).toEqual(['organization:syrian-arab-forces'])
  expect(ids('On Monday U.S. forces joined the exercise.')).toEqual(['organization:us-forces'])
})

test('ships, weapons and operations are none of the three types', () => {
  expect(ids('On Monday the frigate HMS Ocean sailed, and an IED hit a truck after Operation Desert Lion.')).toEqual([])
})

test('a command keeps the state in its name', () => {
  expect(ids('He thanked U.S. Naval Forces Central Command for its help.')).toEqual([
    'organization:us-naval-forces-central-command',
  ])
})

test('what a report opens with as near is a place, whatever it sounds like', () => {
  expect(ids('Near Abu Salman, two strikes destroyed a bridge.')).toEqual(['place:abu-salman'])
})

test('a corridor named after a town is a place of its own', () => {
  const text = 'Nothing has passed through the Lachin corridor, which begins at Lachin, since Tuesday.'
  expect(ids(text)).toEqual(['place:lachin-corridor', 'place:lachin'])
})

test('a title is not part of a name', () => {
  expect(mentioned('The plan was read out by Senator Julia Harmon in Boston.', 'Julia Harmon')).toEqual([
    'Julia Harmon',
  ])
})

test('days and months are nobody', () => {
  expect(ids('On Thursday, and again in April, shelling was heard.')).toEqual([])
})

test('every mention says which rule found it', () => {
  const rules = read('The Armenian army left Goris.').entities.flatMap(one => one.mentions.map(mention => mention.rule))
  expect(rules).toEqual(['nationality-body', 'tagger'])
})

test('a town in capitals at a report’s start is a place', () => {
  expect(ids('KORNIDZOR: The road was closed again on Friday.')).toEqual(['place:kornidzor'])
})

test('a label in capitals at a text’s start is no place', () => {
  expect(ids('UPDATE: The road was closed again on Friday.')).toEqual([])
})

test('an Arabic article belongs to the name', () => {
  expect(mentioned('The order came from Hassan al-Rubai in Beirut.', 'Hassan al-Rubai')).toEqual(['Hassan al-Rubai'])
})

test('an organization with a place in its name is one entity', () => {
  expect(ids('The Ministry of Foreign Affairs of Azerbaijan declined.')).toEqual([
    'organization:ministry-of-foreign-affairs-of-azerbaijan',
  ])
})

test('the word before a name tells its kind, here and where it stands again', () => {
  const text = 'Talks at the bus company Swiftline broke down. Swiftline said so on Friday.'
  expect(mentioned(text, 'Swiftline')).toEqual(['Swiftline', 'Swiftline'])
  expect(entity(text, 'Swiftline').type).toBe('organization')
})

test.each([
  'Nobody left the besieged city of Port Maren on Monday.',
  'The road to Port Maren was shelled on Monday.',
  'Shells fell near Port Maren on Monday.',
])('%s names a place', text => {
  expect(entity(text, 'Port Maren').type).toBe('place')
})

test('who sent a report is an organization', () => {
  const text = 'GORIS, Armenia (Meridian Wire) - A convoy arrived. “It is late,” Aubert told Meridian Wire.'
  expect(mentioned(text, 'Meridian Wire')).toEqual(['Meridian Wire', 'Meridian Wire'])
  expect(entity(text, 'Meridian Wire').type).toBe('organization')
})

test('a leader known by surname has one id in every article', () => {
  expect(ids('Pashinyan said so on Friday.')).toEqual(ids('Nikol Pashinyan said so on Friday.'))
})

test('a namesake in the same article keeps the surname', () => {
  const text = 'Arsen Pashinyan opened a bakery in Gyumri. Pashinyan sells bread.'
  expect(mentioned(text, 'Arsen Pashinyan')).toEqual(['Arsen Pashinyan', 'Pashinyan'])
})

test('an operation and a party tag are no names', () => {
  expect(ids('Operation Winter Storm began, said Sen. Jane Doe (D-Calif.) on Monday.')).toEqual(['person:jane-doe'])
})
