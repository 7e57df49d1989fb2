import { FIGURE_KINDS } from '../../../lambdas/core/figure-kinds.ts'
import { day } from '../format/date.ts'
import { table } from '../format/table.ts'
import { amount } from '../format/words.ts'
import { listCommand } from '../queries/list-command.ts'
import type { FigureItem } from '../queries/types.ts'

export default listCommand({
  name: 'figures',
  about: 'Lists figures with who gave them, latest first by the article’s time.',
  path: '/v1/figures',
  filters: {
    kind: { value: 'KIND', about: 'only of this kind', oneOf: FIGURE_KINDS },
    of: { value: 'WORDS', about: 'only where this is counted' },
    speaker: { value: 'WORDS', about: 'only given by this speaker' },
    source: { value: 'WORDS', about: 'only from this outlet' },
  },
  examples: ['npx claimwire figures --kind killed', 'npx claimwire figures --of soldiers --since 2023-09-20'],
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
