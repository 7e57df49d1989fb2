import type { Values } from '../args/flags.ts'
import { command } from '../command.ts'
import { type ExitCode, exit } from '../exit.ts'
import { day } from '../format/date.ts'
import { screenOf } from '../format/style.ts'
import { table } from '../format/table.ts'
import { type Client, connect } from '../http/client.ts'
import { type Io, write } from '../io.ts'
import { articlePage, type ShownArticle } from '../queries/article-page.ts'
import { printList } from '../queries/list-command.ts'
import { listFlags, readLimit, readListQuery } from '../queries/list-flags.ts'
import type { ArticleItem, RejectedItem } from '../queries/types.ts'
import { collect } from '../queries/walk.ts'

const flags = {
  rejected: { about: 'those that could not be read, with the reason' },
  source: { value: 'WORDS', about: 'only from this outlet' },
  q: { value: 'WORDS', about: 'only with all these words in the title' },
  ...listFlags,
} as const

export default command({
  usage: ['articles ID', 'articles [FLAGS]'],
  about: 'Shows one article: its claims, figures and entities. Without ID it lists the articles, latest first.',
  flags,
  operands: [0, 1],
  examples: ['npx claimwire articles', 'npx claimwire articles --rejected', 'npx claimwire articles a1b2c3d4 --json'],
  async run({ flags, operands: [id] }, io) {
    const client = connect(io, flags)
    return id === undefined ? list(client, flags, io) : show(client, id, flags.json === true, io)
  },
})

async function show(client: Client, id: string, json: boolean, io: Io): Promise<ExitCode> {
  const article = (await client.get(`/v1/articles/${encodeURIComponent(id)}`)) as ShownArticle
  await write(io.stdout, json ? `${JSON.stringify(article, null, 2)}\n` : articlePage(article, screenOf(io)))
  return exit.ok
}

async function list(client: Client, given: Values<typeof flags>, io: Io): Promise<ExitCode> {
  const { source, q, rejected, limit, json } = given
  const query = { source, q, status: rejected ? 'rejected' : undefined, ...readListQuery(given, io.now()) }
  const listed = await collect<ArticleItem | RejectedItem>(client, '/v1/articles', query, readLimit(limit))
  return printList('articles', listed, json === true, io, (items, screen) =>
    rejected
      ? table(
          [
            { title: 'Uploaded', cell: ({ uploadedAt }) => day(uploadedAt), whole: true },
            { title: 'Reason', cell: ({ reason }) => reason, grows: true },
            { title: 'File', cell: ({ key }) => key },
          ],
          items as RejectedItem[],
          screen,
        )
      : table(
          [
            { title: 'Date', cell: ({ publishedAt }) => publishedAt && day(publishedAt), whole: true },
            { title: 'Title', cell: ({ title }) => title, grows: true },
            { title: 'Outlet', cell: ({ source }) => source },
            { title: 'Claims', cell: ({ claims }) => claims, align: 'right' },
            { title: 'Figures', cell: ({ figures }) => figures, align: 'right' },
            { title: 'Article', cell: ({ id }) => id, whole: true },
          ],
          items as ArticleItem[],
          screen,
        ),
  )
}
