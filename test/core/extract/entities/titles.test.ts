import { expect, test } from 'vitest'
import { mentioned } from './read.ts'

test.each([
  [
    'Foreign Secretary Jane Harlow flew to Amman. “The Foreign Secretary was clear,” a spokesman said.',
    'Jane Harlow',
    ['Jane Harlow', 'Foreign Secretary'],
  ],
  [
    'Minister for the Middle East, Alan Corey, said that talks went on.',
    'Alan Corey',
    ['Minister for the Middle East', 'Alan Corey'],
  ],
  [
    'Prime Minister Omar Haddad met Prime Minister Jan Kowalski in Prague. The Prime Minister left at noon.',
    'Jan Kowalski',
    ['Jan Kowalski', 'Prime Minister'],
  ],
])('a title in capitals is a mention of whoever holds it: %s', (text, name, mentions) => {
  expect(mentioned(text, name)).toEqual(mentions)
})

test.each([
  'Foreign Secretary Jane Harlow flew to Amman. The foreign secretary was clear.',
  'Foreign Secretary Jane Harlow flew to Amman. The Prime Minister was clear.',
  'Foreign Secretary Jane Harlow flew to Amman with Defence Secretary Omar Haddad.',
])('a title in small letters, of somebody else or before a name is none: %s', text => {
  expect(mentioned(text, 'Jane Harlow')).toEqual(['Jane Harlow'])
})
