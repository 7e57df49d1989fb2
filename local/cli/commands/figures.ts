import { FIGURE_KINDS } from '../../../lambdas/core/figure-kinds.ts'
import type { Values } from '../args/flags.ts'
import { type Command, command } from '../command.ts'
import { UsageError } from '../exit.ts'
import { day } from '../format/date.ts'
import { table } from '../format/table.ts'
import { amount } from '../format/words.ts'
import { connect } from '../http/client.ts'
import type { Io } from '../io.ts'
import { listCommand } from '../queries/list-command.ts'
import { type listFlags, readTimes, readWalk } from '../queries/list-flags.ts'
import { printList } from '../queries/print.ts'
import { charts, collectSeries } from '../queries/series.ts'
import type { FigureItem } from '../queries/types.ts'

/** A chart is of so many figures where nothing is said: a series of any length takes more than a screen's. */
const CHARTED = 500

const filters = {
  kind: { value: 'KIND', about: 'only of this kind', oneOf: FIGURE_KINDS },
  of: { value: 'WORDS', about: 'only where this is counted' },
  speaker: { value: 'WORDS', about: 'only given by this speaker' },
  place: { value: 'PLACE', about: 'only where the sentence names this place: its id, or words of its name' },
  source: { value: 'WORDS', about: 'only from this outlet' },
} as const

const list = listCommand({
  name: 'figures',
  about: `Lists figures with who gave them, latest first by the article’s time.
With --chart it draws how each speaker’s figure for one thing went.`,
  path: '/v1/figures',
  filters,
  examples: [
    'npx claimwire figures --kind killed',
    'npx claimwire figures --kind displaced --chart',
    'npx claimwire figures --place armenia --since 2023-09-20 --csv > figures.csv',
  ],
  show: (items: FigureItem[], screen) =>
    table(
      [
        { title: 'Date', cell: ({ article }) => article.publishedAt && day(article.publishedAt), whole: true },
        { title: 'Figure', cell: amount, align: 'right' },
        { title: 'Of', cell: ({ of }) => of },
        { title: 'Kind', cell: ({ kind }) => kind },
        { title: 'Who', cell: ({ source }) => source?.name ?? '(the outlet)' },
        { title: 'Words', cell: ({ text }) => text, grows: true },
        { title: 'Outlet', cell: ({ article }) => article.source },
        { title: 'Article', cell: ({ article }) => article.id, whole: true, shown: screen.width >= 110 },
      ],
      items,
      screen,
    ),
})

const flags = {
  ...list.flags,
  chart: { about: `a small chart of each series (of the latest ${CHARTED} figures, unless --limit says otherwise)` },
}

export default command({
  ...list,
  flags,
  run: (input, io) => (input.flags.chart ? chart(input.flags as ChartFlags, io) : list.run(input, io)),
}) as Command

type ChartFlags = Values<typeof filters & typeof listFlags> & { csv?: boolean }

async function chart(given: ChartFlags, io: Io) {
  if (given.csv) throw new UsageError('--chart is for reading; for the numbers give --csv alone.')
  const { kind, of, speaker, place, source } = given
  const walk = given.limit || given.all ? readWalk(given) : { cursor: given.cursor, limit: CHARTED }
  const query = { kind, of, speaker, place, source, ...readTimes(given, io.now()) }
  const listed = await collectSeries(connect(io, given), query, walk)
  return printList('figures', listed, given.json === true, io, charts)
}
