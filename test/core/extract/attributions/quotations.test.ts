import { expect, it } from 'vitest'
import { findQuotations } from '../../../../lambdas/core/extract/attributions/quotations.ts'

const quoted = (text: string) => findQuotations(text, [text.length]).map(({ start, end }) => text.slice(start, end))

it.each([
  ['"Stop," he said. "Now."', ['"Stop,"', '"Now."']],
  ['“Stop,” he said.', ['“Stop,”']],
  ["``Stop,'' he said. ''Now.''", ["``Stop,''", "''Now.''"]],
  ['‘We won’t go,’ she said.', ['‘We won’t go,’']],
  ["'We won't go,' she said.", ["'We won't go,'"]],
  ['“She said ‘never’ twice.” Then she left.', ['“She said ‘never’ twice.”']],
  ["the soldiers' camp and the mayor's house", []],
  ['a 6" pipe and a 5\' fence', []],
])('finds the quotations of %s', (text, expected) => expect(quoted(text)).toEqual(expected))

it('leaves a quotation open where its paragraph ends', () =>
  expect(findQuotations('“One. \n“Two.” x', [6, 15])).toMatchObject([{ closed: false }, { closed: true }]))
