import type { Extraction } from '../../../lambdas/core/extract/types.ts'
import { day } from '../format/date.ts'
import { plain } from '../format/plain.ts'
import type { Screen } from '../format/style.ts'
import { table } from '../format/table.ts'
import { wrap } from '../format/width.ts'
import { amount, manner } from '../format/words.ts'
import type { RejectedItem } from './types.ts'

/** What `/v1/articles/{id}` answers. */
export type ShownArticle = ({ status: 'stored' } & Extraction) | ({ status: 'rejected' } & RejectedItem)

/** One article on a page: what it is, then who claims what, the figures, and who is named. */
export function articlePage(shown: ShownArticle, screen: Screen): string {
  if (shown.status === 'rejected') return `Rejected on ${day(shown.uploadedAt)}: ${plain(shown.reason)}\n`
  return [head(shown, screen), claims(shown, screen), figures(shown, screen), entities(shown, screen)].join('\n')
}

function head({ article, partial }: Extraction, { width, paint }: Screen): string {
  const { id, title, source, url, publishedAt, text } = article
  const where = [source, publishedAt && day(publishedAt), url, `article ${id}`]
  return [
    ...(title ? wrap(plain(title), width) : []).map(line => paint('bold', line)),
    ...wrap(plain(where.filter(part => part !== null).join(' · ')), width),
    ...(partial ? wrap(partlyRead(partial, text), width) : []),
    '',
  ].join('\n')
}

const partlyRead = ({ readTo }: { readTo: number }, text: string): string =>
  `Read in part: reading took too long, and what stands behind character ${readTo} of ${text.length} was not read.`

function claims({ claims: rows }: Extraction, screen: Screen): string {
  if (rows.length === 0) return 'No claims.\n'
  return table(
    [
      { title: 'Who', cell: ({ source }) => source?.name ?? '(the outlet)' },
      { title: 'Cue', cell: ({ cue }) => cue?.text },
      {
        title: 'Claim',
        cell: claim => `${manner(claim) && `[${manner(claim)}] `}${claim.content.text}`,
        grows: true,
      },
      { title: 'Topics', cell: ({ topics }) => topics.join(' ') },
    ],
    rows,
    screen,
  )
}

function figures({ figures: rows }: Extraction, screen: Screen): string {
  if (rows.length === 0) return 'No figures.\n'
  return table(
    [
      { title: 'Figure', cell: amount, align: 'right' },
      { title: 'Of', cell: ({ of }) => of },
      { title: 'Kind', cell: ({ kind }) => kind },
      { title: 'Who', cell: ({ source }) => source?.name ?? '(the outlet)' },
      { title: 'Words', cell: ({ text }) => text, grows: true },
    ],
    rows,
    screen,
  )
}

function entities({ entities: rows }: Extraction, screen: Screen): string {
  if (rows.length === 0) return 'Nobody is named.\n'
  return table(
    [
      { title: 'Name', cell: ({ name }) => name, grows: true },
      { title: 'Type', cell: ({ type }) => type },
      { title: 'Role', cell: ({ role }) => role },
      { title: 'Times', cell: ({ mentions }) => mentions.length, align: 'right' },
    ],
    rows,
    screen,
  )
}
