import { expect, test } from 'vitest'
import { references } from './read.ts'

test('a pronoun stands for the only person in reach', () => {
  const text = 'Armenia’s Prime Minister Nikol Pashinyan spoke on Friday. He expressed hope for talks.'
  expect(references(text)).toEqual(['He > person:nikol-pashinyan'])
})

test('a pronoun stays open where two may be meant', () => {
  expect(references('David Miller and Robert Brown met in London. The weather was fine when he left.')).toEqual([])
})

test('the gender of a title decides between two', () => {
  const text = 'Spokeswoman Lena Novak and Mr. Robert Brown met in London. She left early.'
  expect(references(text)).toEqual(['She > person:lena-novak'])
})

test('a person is not in reach for ever', () => {
  const text = `Robert Brown left London.${' It rained.'.repeat(5)} He was late.`
  expect(references(text)).toEqual([])
})

test('a post stands for the only one who holds it', () => {
  const text = 'Prime Minister Nikol Pashinyan spoke in Yerevan. Later the prime minister left.'
  expect(references(text)).toEqual(['the prime minister > person:nikol-pashinyan'])
})

test('a post stays open where two hold it', () => {
  const text = 'President Ilham Aliyev met President Vladimir Putin in Sochi. Later the president left.'
  expect(references(text)).toEqual([])
})

test('a short form stands for the organization that has it in its name', () => {
  const text = 'The Danish Refugee Council has halted its work. The council said that roads were unsafe.'
  expect(references(text)).toEqual(['The council > organization:danish-refugee-council'])
})

test('a human rights defender is spoken of as the ombudsman', () => {
  const text =
    'Gegham Stepanyan, the Human Rights Defender of Artsakh, arrived. The ombudsman said the road was closed.'
  expect(references(text)).toEqual(['The ombudsman > person:gegham-stepanyan'])
})

test('whoever spoke in the sentence before goes on speaking', () => {
  const text = 'Lena Novak wrote to Anna Petrova in London. “We will wait,” she said.'
  expect(references(text)).toEqual(['she > person:lena-novak'])
})
