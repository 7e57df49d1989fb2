import { FIGURE_KINDS } from '../../../lambdas/core/figure-kinds.ts'
import { day } from '../format/date.ts'
import { table } from '../format/table.ts'
import { manner } from '../format/words.ts'
import { listCommand } from '../queries/list-command.ts'
import type { ClaimItem } from '../queries/types.ts'

export default listCommand({
  name: 'claims',
  one: 'claim',
  about: 'Lists claims, latest first by the article’s time. With --topic or --verdict it shows how each was judged.',
  path: '/v1/claims',
  filters: {
    topic: { value: 'NAME', about: 'only under this topic: corridor, talks …' },
    verdict: { value: 'VERDICT', about: 'only those judged so', oneOf: ['new', 'repeat', 'update', 'contradiction'] },
    speaker: { value: 'WORDS', about: 'only by this speaker' },
    source: { value: 'WORDS', about: 'only from this outlet' },
    entity: { value: 'ID', about: 'only those that name this entity' },
    kind: { value: 'KIND', about: 'only with a figure of this kind', oneOf: FIGURE_KINDS },
    q: { value: 'WORDS', about: 'only with all these words' },
    ids: { about: 'with the ids that claimwire claim takes, in place of who says it where' },
  },
  query: ({ topic, verdict, speaker, source, entity, kind, q }) => ({
    topic,
    verdict,
    speaker,
    source,
    entity,
    kind,
    q,
  }),
  examples: [
    'npx claimwire claims --topic corridor --since 7d',
    'npx claimwire claims --topic talks --ids',
    'npx claimwire claims --kind killed --csv > killed.csv',
  ],
  show: (items: ClaimItem[], screen, { ids = false }) => {
    const isJudged = items.some(({ verdict }) => verdict)
    return table(
      [
        { title: 'Date', cell: ({ article }) => article.publishedAt && day(article.publishedAt), whole: true },
        { title: 'Verdict', cell: ({ verdict }) => verdict, shown: isJudged },
        { title: 'Who', cell: ({ source }) => source ?? '(the outlet)', shown: !ids },
        {
          title: 'Claim',
          cell: claimText,
          grows: true,
        },
        { title: 'Outlet', cell: ({ article }) => article.source, shown: !ids },
        {
          title: 'Outlets',
          cell: ({ outlets }) => outlets,
          align: 'right',
          shown: !ids && screen.width >= 110 && isJudged,
        },
        { title: 'Claim id', cell: ({ id }) => id, whole: true, shown: ids || screen.width >= 160 },
      ],
      items,
      screen,
    )
  },
})

/** What is claimed, for two claims may share a sentence, but an outlet's own clause may lack its subject; and of what isn't simply new, why. */
function claimText(claim: ClaimItem): string {
  const { source, content, text = content, verdict = 'new', because } = claim
  const how = manner(claim)
  return `${how && `[${how}] `}${source === null ? text : content}${verdict === 'new' ? '' : ` (${because})`}`
}
