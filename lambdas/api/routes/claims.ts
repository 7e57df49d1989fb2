import * as z from 'zod'
import type { Claim } from '../../core/extract/types.ts'
import { FIGURE_KINDS } from '../../core/figure-kinds.ts'
import type { Ruling } from '../../core/ledger/ledger.ts'
import type { ArticleSummary } from '../../core/store/article-store.ts'
import { HEAD_COLUMNS, headOf, shownClaim } from '../item.ts'
import { holds, listFields, outlet, words } from '../query.ts'
import { route } from '../route.ts'
import { rulings, TopicName } from '../rulings.ts'
import { PAGES, SLOW, walk } from '../walk.ts'

const VERDICTS = ['new', 'repeat', 'update', 'contradiction'] as const

export const listClaims = route({
  operation: 'listClaims',
  method: 'get',
  path: '/v1/claims',
  summary: 'Claims, latest article first',
  description:
    'Claims under a topic are judged: with topic or verdict the answer has verdict and reason. Without, all claims of all articles are given.',
  query: {
    ...listFields,
    topic: TopicName.optional(),
    verdict: z.enum(VERDICTS).optional(),
    source: outlet,
    speaker: words('Words of the name of who says it.'),
    entity: z.string().max(200).optional().describe('Id of an entity that the claim names.'),
    kind: z.enum(FIGURE_KINDS).optional().describe('Kind of a figure in the claim.'),
    q: words('Words of the claim.'),
  },
  csv: ['id', 'source', 'content', 'polarity', 'modality', 'topics', 'verdict', 'because', 'text', ...HEAD_COLUMNS],
  answer: async ({ query }, deps) => {
    const wanted = (speaker: string | null, text: string, entities: string[]): boolean =>
      holds(speaker, query.speaker) && holds(text, query.q) && (!query.entity || entities.includes(query.entity))
    const hasKind = (figures: readonly { kind: string }[]): boolean =>
      !query.kind || figures.some(({ kind }) => kind === query.kind)
    // Only claims under a topic are judged; without one, all claims of all articles are walked.
    if (query.topic || query.verdict) {
      const judged = ({ claims, article, topic }: Ruling) =>
        claims
          .filter(claim => !query.verdict || claim.verdict === query.verdict)
          .filter(claim => wanted(claim.speaker, `${claim.text} ${claim.content}`, claim.entities))
          .filter(({ proposition }) => hasKind(proposition.figures) && holds(article.source, query.source))
          .map(claim => ({ ...shownClaim(claim), topics: [topic], article: headOf(article) }))
      return walk(await rulings(deps, query.topic), query, judged, PAGES)
    }
    const claimsOf = async (summary: ArticleSummary) => {
      if (!holds(summary.source, query.source)) return []
      const article = await deps.articles.get(summary.id, summary.revision)
      if (!article) return []
      const { claims, figures } = article.extraction
      return claims
        .filter(claim => hasKind(claim.figures.map(index => figures[index]!)))
        .filter(claim => wanted(claim.source?.name ?? null, claim.content.text, claim.entities))
        .map(claim => foundClaim(summary, claim))
    }
    return walk(page => deps.articles.list(page), query, claimsOf, SLOW)
  },
})

/** A claim as it was found, judged or not. */
export const foundClaim = (article: ArticleSummary, { source, cue, content, ...rest }: Claim) => ({
  ...rest,
  source: source?.name ?? null,
  content: content.text,
  article: headOf(article),
})
