/** What is uploaded in the simulation: short articles on a few running stories, made of templates. The same in every run. */

export interface Uploadable {
  body: string
  contentType: string
  metadata: Record<string, string>
  /** The figures that it gives for a running count, by the count's name; told by one speaker in one wording. */
  counts: Record<string, number>
}

/** A running count: one speaker, one wording, a figure that changes from day to day. */
interface Count {
  name: string
  values: readonly number[]
  tell(value: string, day: string): string
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
const OUTLETS = ['Caspian Courier', 'Meridian Wire', 'Highland Post', 'Kura Valley Herald']

const COUNTS: readonly Count[] = [
  {
    name: 'crossed',
    values: [1_050, 2_900, 6_650, 13_350, 19_000],
    tell: (n, day) => `By ${day} evening ${n} people had crossed the Lachin corridor, the Armenian government said.`,
  },
  {
    name: 'killed',
    values: [27, 64, 101, 200, 213],
    tell: (n, day) =>
      `At least ${n} people had been killed by ${day} since the ceasefire talks broke off, the rights ombudsman said.`,
  },
  {
    name: 'waiting',
    values: [40, 75, 120, 190, 260],
    tell: (n, day) =>
      `On ${day} ${n} lorries of aid waited at the humanitarian corridor to Tarvos, the Red Cross said.`,
  },
]

const STATEMENTS: readonly string[] = [
  'The Lachin corridor remained closed to civilians, residents said.',
  'The foreign ministry in Baku denied that the Lachin corridor was closed to civilians.',
  'A second round of peace talks will open in Khojaly, the separatist leadership said.',
  'The mediators called the peace talks in Vienna constructive.',
  'The humanitarian corridor to Tarvos will be widened, the interior ministry said, and the ceasefire talks will go on.',
]

const PLAIN = ['Snow fell in the valley, and the schools stayed shut.', 'A brass band played on the square.']

const counted = ({ name, values, tell }: Count, step: number) => ({
  text: tell(values[step]!.toLocaleString('en'), DAYS[step]!),
  counts: { [name]: values[step]! },
})

interface Draft {
  url: string | null
  /** Of September 2024; null: the article gives no date. */
  day: number | null
  hour?: number
  outlet: number
  parts: readonly (string | { text: string; counts: Record<string, number> })[]
}

function article({ url, day, hour = 12, outlet, parts }: Draft): Uploadable {
  const text = parts.map(part => (typeof part === 'string' ? part : part.text)).join('\n\n')
  const date = day === null ? null : `2024-09-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`
  const body = JSON.stringify({
    title: `What is known on day ${day ?? 'unknown'}`,
    source: OUTLETS[outlet],
    ...(url && { url }),
    ...(date && { publishedAt: date }),
    text,
  })
  const counts = Object.assign({}, ...parts.map(part => (typeof part === 'string' ? {} : part.counts)))
  return { body, contentType: 'application/json', metadata: {}, counts }
}

/** Articles that have to do with each other: what is drawn together. */
function family(index: number): Uploadable[] {
  const [first, second] = [COUNTS[index % 3]!, COUNTS[(index + 1) % 3]!]
  const [a, b] = [STATEMENTS[index % 5]!, STATEMENTS[(index + 2) % 5]!]
  const url = (name: string) => `https://news.example.org/${index}/${name}`
  const rising = DAYS.map((_, step) =>
    article({ url: url(`count-${step}`), day: 9 + step, outlet: step % 4, parts: [counted(first, step), PLAIN[0]!] }),
  )
  return [
    ...rising,
    article({ url: url('both'), day: 11, outlet: 1, parts: [counted(first, 2), counted(second, 2), a] }),
    // Three texts of one article: at two times, and two of them at the same time.
    article({ url: url('revised'), day: 10, outlet: 2, parts: [a, b, counted(second, 1)] }),
    article({ url: url('revised'), day: 10, outlet: 2, parts: [a, counted(second, 2), PLAIN[1]!] }),
    article({ url: url('revised'), day: 12, outlet: 2, parts: [b, counted(second, 3)] }),
    // A wire copy, and the same words with no date and no address.
    article({ url: url('copy'), day: 10, hour: 9, outlet: 3, parts: [a, b, counted(second, 1)] }),
    article({ url: null, day: null, outlet: 0, parts: [a, PLAIN[index % 2]!] }),
    article({ url: null, day: null, outlet: 1, parts: [counted(first, 4), b] }),
    article({ url: url('weather'), day: 10, outlet: 0, parts: PLAIN }),
  ]
}

export const FAMILIES: readonly Uploadable[][] = Array.from({ length: 8 }, (_, index) => family(index))

const unreadable = (body: string, contentType: string): Uploadable => ({ body, contentType, metadata: {}, counts: {} })

/** Uploads that can't be read. */
export const UNREADABLE: readonly Uploadable[] = [
  unreadable('   ', 'text/plain'),
  unreadable('{"title": "Cut off', 'application/json'),
  unreadable('x'.repeat(1_000_001), 'text/plain'),
]
