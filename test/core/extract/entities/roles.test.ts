import { expect, test } from 'vitest'
import { entity } from './read.ts'

test.each([
  ['Spokeswoman Lena Marković spoke in Zagreb.', 'Lena Marković', 'Spokeswoman', undefined],
  ['Armenia’s Prime Minister Nikol Pashinyan spoke in Yerevan.', 'Nikol Pashinyan', 'Prime Minister', 'Armenia'],
  ['The Azerbaijani President Ilham Aliyev spoke in Baku.', 'Ilham Aliyev', 'President', 'Azerbaijani'],
  ['Omar Haddad, a senior adviser to Jordan’s king, said so.', 'Omar Haddad', 'senior adviser', 'Jordan'],
  ['Omar Haddad, the head of the Red Crescent in Syria, said so.', 'Omar Haddad', 'head', 'Red Crescent'],
  ['Deputy Foreign Minister Jan Kowalski said so in Warsaw.', 'Jan Kowalski', 'Deputy Foreign Minister', undefined],
  ['Ukraine’s foreign minister, Dmytro Kuleba, said so in Kyiv.', 'Dmytro Kuleba', 'foreign minister', 'Ukraine'],
  ['A spokesman in Yerevan, Tigran Yeghian, said so.', 'Tigran Yeghian', 'spokesman', 'Yerevan'],
  ['The trust’s chairman, Alan Corey, said so.', 'Alan Corey', 'chairman', undefined],
  ['US Secretary of State Antony Blinken said so.', 'Antony Blinken', 'Secretary of State', 'US'],
  ['Rear Adm. Daniel Stone said so in Haifa.', 'Daniel Stone', 'Rear Adm', undefined],
])('%s', (text, name, role, affiliation) => {
  const found = entity(text, name)
  expect([found.role, found.affiliation]).toEqual([role, affiliation])
})

test('a role in the next clause is not the person’s', () => {
  expect(entity('Omar Haddad, who lost his house, said the mayor had fled.', 'Omar Haddad').role).toBeUndefined()
})

test('a role that ends a clause is not that of the next clause’s speaker', () => {
  expect(entity('After he met the mayor, Omar Haddad left Aleppo.', 'Omar Haddad').role).toBeUndefined()
})
