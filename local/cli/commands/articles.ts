import { day } from '../format/date.ts'
import type { Screen } from '../format/style.ts'
import { table } from '../format/table.ts'
import { listCommand } from '../queries/list-command.ts'
import type { ArticleItem, RejectedItem } from '../queries/types.ts'

export default listCommand({
  name: 'articles',
  one: 'article',
  about: 'Lists articles, latest first; with --rejected the uploads that could not be read.',
  path: '/v1/articles',
  filters: {
    rejected: { about: 'those that could not be read, with the reason' },
    source: { value: 'WORDS', about: 'only from this outlet' },
    q: { value: 'WORDS', about: 'only with all these words in the title' },
  },
  query: ({ rejected, source, q }) => ({ source, q, status: rejected ? 'rejected' : undefined }),
  examples: [
    'npx claimwire articles',
    'npx claimwire articles --rejected',
    'npx claimwire articles --source reuters --csv',
  ],
  show: (items: ArticleItem[] | RejectedItem[], screen, { rejected }) =>
    rejected ? rejectedTable(items as RejectedItem[], screen) : articleTable(items as ArticleItem[], screen),
})

const rejectedTable = (items: RejectedItem[], screen: Screen): string =>
  table(
    [
      { title: 'Uploaded', cell: ({ uploadedAt }) => day(uploadedAt), whole: true },
      { title: 'Reason', cell: ({ reason }) => reason, grows: true },
      { title: 'File', cell: ({ key }) => key },
    ],
    items,
    screen,
  )

const articleTable = (items: ArticleItem[], screen: Screen): string =>
  table(
    [
      { title: 'Date', cell: ({ publishedAt }) => publishedAt && day(publishedAt), whole: true },
      { title: 'Title', cell: ({ title }) => title, grows: true },
      { title: 'Outlet', cell: ({ source }) => source },
      { title: 'Claims', cell: ({ claims }) => claims, align: 'right' },
      { title: 'Figures', cell: ({ figures }) => figures, align: 'right' },
      { title: 'Article', cell: ({ id }) => id, whole: true },
    ],
    items,
    screen,
  )
