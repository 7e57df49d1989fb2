import { expect, it } from 'vitest'
import { readUnits } from '../../bench/reading.ts'

it('every route reads as much with 1,100 articles as with 550, however many share its keys', async () => {
  const [few, many] = await readUnits(550, 1_100)
  expect(Object.fromEntries(many!)).toEqual(Object.fromEntries(few!))
  expect(Math.max(...many!.values())).toBeLessThan(100)
}, 60_000)
