import { bars } from '../format/chart.ts'
import { day } from '../format/date.ts'
import { plain } from '../format/plain.ts'
import type { Screen } from '../format/style.ts'
import { table } from '../format/table.ts'
import { wrap } from '../format/width.ts'
import { amount, manner } from '../format/words.ts'
import type { ClaimHistory, ClaimWithHistory, SightingItem } from './types.ts'

/** A claim on a page: who says what, then under each topic how it was judged, who else has it, how its figures went, what stands against it. */
export function claimPage(shown: ClaimWithHistory, screen: Screen): string {
  const { topics } = shown
  const unjudged = 'It is judged under no topic (yet).\n'
  return [head(shown, screen), ...(topics.length > 0 ? topics.map(topic => history(topic, screen)) : [unjudged])].join(
    '\n',
  )
}

function head({ id, claim, article, figures }: ClaimWithHistory, { width, paint }: Screen): string {
  const how = manner(claim)
  const lines = (text: string) => wrap(plain(text), width)
  const where = [article.source, article.publishedAt && day(article.publishedAt), article.url, `article ${article.id}`]
  return [
    ...lines(`${claim.source?.name ?? 'The outlet itself'}${how && ` (${how})`}`).map(line => paint('bold', line)),
    ...lines(claim.content.text),
    ...(figures.length > 0 ? lines(`Figures: ${figures.map(amount).join('; ')}`) : []),
    ...lines(where.filter(part => part !== null).join(' · ')).map(line => paint('dim', line)),
    ...lines(`claim ${id}, found by ${claim.rule}`).map(line => paint('dim', line)),
    ...(article.latest ? [] : ['A later text of the article no longer has it.']),
    '',
  ].join('\n')
}

function history(told: ClaimHistory, screen: Screen): string {
  const { topic, verdict, because, series, contradictions, corroboration, sightings, partial } = told
  const { width, paint } = screen
  const outlets = corroboration.outlets === 1 ? 'One outlet has' : `${corroboration.outlets} independent outlets have`
  const named = corroboration.names.length > 0 ? `: ${corroboration.names.join(', ')}` : ''
  const chart = series.map(({ at, source, outlet, figure }) => ({
    at,
    value: figure.value,
    label: [amount(figure), source, outlet].filter(part => part !== null).join(' · '),
  }))
  return [
    paint('cyan', plain(topic)),
    ...wrap(plain(`${verdict.toUpperCase()}: ${because}`), width),
    ...wrap(plain(`${outlets} it${named}.`), width),
    '',
    paint('bold', 'Sightings'),
    sightingTable(sightings, screen),
    ...(chart.length > 0 ? [paint('bold', 'Figures'), ...bars(chart, screen), ''] : []),
    ...(contradictions.length > 0 ? [paint('bold', 'Against it'), sightingTable(contradictions, screen)] : []),
    ...(partial ? ['There may be more than was read.', ''] : []),
  ].join('\n')
}

const sightingTable = (rows: SightingItem[], screen: Screen): string =>
  table(
    [
      { title: 'Date', cell: ({ at }) => day(at), whole: true },
      { title: 'Verdict', cell: ({ verdict }) => verdict },
      { title: 'Who', cell: ({ source }) => source ?? '(the outlet)' },
      { title: 'Sentence', cell: ({ text }) => text, grows: true },
      { title: 'Outlet', cell: ({ article }) => article.source },
    ],
    rows,
    screen,
  )
