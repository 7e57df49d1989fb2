import type { Estimate } from '../../../lambdas/core/subscriptions/estimate.ts'
import { day } from '../format/date.ts'
import { plain } from '../format/plain.ts'
import type { Screen } from '../format/style.ts'
import { table } from '../format/table.ts'
import { filterWords } from './filter-flags.ts'
import type { Hinted, SubscriptionItem } from './types.ts'

/** "From 10 Sep 2023 to 10 Oct 2023 it would have brought 12 alerts, about 3 a week." and the latest of them. */
export function estimateLines({ alerts, isLowerBound, from, until, days, latest }: Estimate): string {
  const least = isLowerBound ? ' (as far back as is counted)' : ''
  const many = `${alerts} alert${alerts === 1 ? '' : 's'}`
  const rate = alerts === 0 || days === 0 ? '' : `, ${rateOf(alerts / days)}`
  return [
    `From ${day(from)} to ${day(until)}${least} it would have brought ${many}${rate}.`,
    ...latest.map(({ topic, title, at }) => `  [${topic}] ${plain(title ?? 'An article without a title')}, ${day(at)}`),
    '',
  ].join('\n')
}

const rateOf = (perDay: number): string => {
  if (perDay >= 1) return `about ${Math.round(perDay)} a day`
  const perWeek = Math.round(perDay * 7)
  return perWeek >= 1 ? `about ${perWeek} a week` : 'less than one a week'
}

export function subscriptionLines({ id, status, protocol, address, filter, note, hints }: Hinted): string {
  return [
    `Subscription ${id}: ${status}`,
    `  to      ${protocol} ${plain(address)}`,
    `  gets    ${plain(filterWords(filter))}`,
    ...(note ? [`  note    ${plain(note)}`] : []),
    ...hints.map(plain),
    '',
  ].join('\n')
}

export const subscriptionTable = (items: SubscriptionItem[], screen: Screen): string =>
  table(
    [
      { title: 'Id', cell: ({ id }) => id, whole: true },
      { title: 'Status', cell: ({ status }) => status },
      { title: 'To', cell: ({ protocol, address }) => `${protocol} ${address}` },
      { title: 'Gets', cell: ({ filter }) => filterWords(filter), grows: true },
      { title: 'Note', cell: ({ note }) => note, shown: items.some(({ note }) => note !== null) },
    ],
    items,
    screen,
  )
