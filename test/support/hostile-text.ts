import fc from 'fast-check'

/** Enough of real news that the rules for names, figures, speech and topics are reached. */
const NEWS = [
  ...['The defence ministry said', 'denied that', 'according to', 'declined to comment', 'he added:', 'told Reuters,'],
  ...['Hikmet Hajiyev, a foreign policy advisor', 'President Ilham Aliyev', 'Mr. ', 'Gen. O’Brien’s', '(ICRC)', 'ICRC'],
  ...['the Lachin corridor', 'Nagorno-Karabakh', 'Baku', 'Xankəndi', 'the talks', 'a ceasefire', 'an aid convoy'],
  ...['at least 200 people were killed', '$3.4 billion', '€2.9bn', '10-15', 'six of whom', 'dozens', 'no casualties'],
  ...[
    'tens of thousands',
    '1,200',
    'half a',
    '50 %',
    'some',
    'on Friday',
    'Sept. 22, 2023',
    'nine-month',
    'in the 1990s',
  ],
  ...[
    'was closed',
    'had crossed into',
    'will resume',
    'should',
    'if',
    'not',
    "don't",
    'U.S.',
    'the',
    'and',
    'of',
    'its',
  ],
]
const CLAUSES = [
  'The army said that the Lachin corridor was closed.',
  '“Nothing is moving,” said Martha Olsen, a relief official.',
  'The ministry denied on Monday that 40 trucks of aid had been stopped at the corridor',
  'The two sides agreed to hold ceasefire talks in Brussels next week, the prime minister said.',
  'Interfax reported, quoting the foreign ministry, that at least 213 people had been killed',
]
const MARKS = [
  '"',
  '“',
  '”',
  '‘',
  '’',
  '«',
  '»',
  "''",
  ',',
  '.',
  '. ',
  '?',
  ':',
  ' — ',
  '–',
  '(',
  ')',
  '[',
  '…',
  '/',
  '%',
]
const BREAKS = [' ', '\n', '\n\n', '\r\n', '\t', '\u00A0', '\u2028', '\u2029', '\u0085', '\uFEFF']
const HARMFUL = [
  ...['\0', '\u0001', '\u001B[31m', '\u007F', '\uFFFD', '\uFFFF', '\uD800', '\uDC00', '\uDBFF\uD800', '\uDC00\uD83D'],
  ...['\u202A', '\u202E', '\u2066', '\u2069', '\u200E', '\u200F', '\u200B', '\u200C', '\u200D', '\u2060', '\u00AD'],
  ...[
    '👩‍🚀',
    '👨‍👩‍👧‍👦',
    '🇦🇲',
    '🚚',
    '✌🏽',
    '𝟗𝟗',
    '𝕳ajiyev',
    '𐐀',
    'e\u0301',
    'a\u0300\u0301\u0302\u0303',
    'ﬁ',
    'İ',
    'ẞ',
  ],
]
const SCRIPTS = [
  ...[
    'Москва',
    'Пашинян заявил',
    'محمد',
    'عاجل',
    'ירושלים',
    '中国',
    '三百人',
    'ソウル',
    '한국',
    'Երևան',
    'საქართველო',
    'दिल्ली',
  ],
  ...['١٢', '五', 'Nguyễn', 'Ðorđević', 'MÜNCHEN', 'straße', 'ﷺ'],
]
/** Words that a plain object looks up to something, and figures that a number can't hold. */
const TRAPS = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', 'undefined', 'null', 'NaN'],
  ...[
    '1e308',
    '99999999999999999999999',
    '9'.repeat(400),
    '-0',
    '0x1F',
    '1/0',
    '½',
    'Infinity',
    '٪',
    '1,,2',
    '1.2.3.4',
  ],
]
const run = fc
  .tuple(
    fc.constantFrom(...MARKS, ...TRAPS, 'Mr. ', 'U.S.', 'said ', 'Anna, ', '1 ', '\uD83D'),
    fc.integer({ min: 2, max: 40 }),
  )
  .map(([piece, times]) => piece.repeat(times))

const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...NEWS) },
  { weight: 2, arbitrary: fc.constantFrom(...CLAUSES) },
  { weight: 4, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 3, arbitrary: fc.constantFrom(...BREAKS) },
  { weight: 3, arbitrary: fc.constantFrom(...HARMFUL) },
  { weight: 2, arbitrary: fc.constantFrom(...SCRIPTS) },
  { weight: 2, arbitrary: fc.constantFrom(...TRAPS) },
  { weight: 1, arbitrary: run },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
)

/** News torn apart and mixed with whatever else an upload may hold: at most so many pieces, of some 15 characters each. */
export const hostileText = (pieces: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(piece, { maxLength: pieces, size: 'max' }), fc.constantFrom(' ', ' ', ' ', ''))
    .map(([parts, between]) => parts.join(between))
