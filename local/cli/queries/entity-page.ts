import { day } from '../format/date.ts'
import { plain } from '../format/plain.ts'
import type { Screen } from '../format/style.ts'
import { table } from '../format/table.ts'
import { wrap } from '../format/width.ts'
import { manner } from '../format/words.ts'
import type { EntityWithClaims } from './types.ts'

/** An entity on a page: its names and roles, what it claims or what names it, and the articles that do. */
export function entityPage(
  { id, type, name, aliases, roles, claims, articles }: EntityWithClaims,
  screen: Screen,
): string {
  const { width, paint } = screen
  const lines = (text: string) => wrap(plain(text), width)
  return [
    ...lines(name).map(line => paint('bold', line)),
    ...lines(`${type} · ${id}`).map(line => paint('dim', line)),
    ...(aliases.length > 0 ? lines(`Also: ${aliases.join(', ')}`) : []),
    ...(roles.length > 0 ? lines(`As: ${roles.join('; ')}`) : []),
    '',
    claims.length > 0 ? claimTable(claims, screen) : 'No claims.\n',
    articleTable(articles, screen),
  ].join('\n')
}

const claimTable = (claims: EntityWithClaims['claims'], screen: Screen): string =>
  table(
    [
      { title: 'Date', cell: ({ article }) => article.publishedAt && day(article.publishedAt), whole: true },
      { title: 'Who', cell: ({ source }) => source ?? '(the outlet)' },
      { title: 'Claim', cell: claim => `${manner(claim) && `[${manner(claim)}] `}${claim.content}`, grows: true },
      { title: 'Outlet', cell: ({ article }) => article.source },
    ],
    claims,
    screen,
  )

const articleTable = (articles: EntityWithClaims['articles'], screen: Screen): string =>
  table(
    [
      { title: 'Date', cell: ({ publishedAt }) => publishedAt && day(publishedAt), whole: true },
      { title: 'Title', cell: ({ title }) => title, grows: true },
      { title: 'Outlet', cell: ({ source }) => source },
      { title: 'Article', cell: ({ id }) => id, whole: true },
    ],
    articles,
    screen,
  )
