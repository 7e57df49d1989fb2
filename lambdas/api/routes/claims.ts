import { Hono } from 'hono'
import * as z from 'zod'
import type { Claim } from '../../core/extract/types.ts'
import type { JudgedClaim, Ruling } from '../../core/ledger/ledger.ts'
import type { ArticleSummary } from '../../core/store/article-store.ts'
import type { Deps } from '../deps.ts'
import { holds, listFields, readQuery, words } from '../query.ts'
import { rulings, topicName } from '../rulings.ts'
import { SLOW, walk } from '../walk.ts'

const VERDICTS = ['new', 'repeat', 'update', 'contradiction'] as const

export function claimRoutes(deps: Deps): Hono {
  const ListClaims = z.strictObject({
    ...listFields,
    topic: topicName(deps.topics),
    verdict: z.enum(VERDICTS).optional(),
    source: words,
    speaker: words,
    entity: z.string().max(200).optional(),
    q: words,
  })
  const routes = new Hono()

  routes.get('/', async context => {
    const query = readQuery(ListClaims, context.req.query())
    const wanted = (speaker: string | null, text: string, entities: string[]): boolean =>
      holds(speaker, query.speaker) && holds(text, query.q) && (!query.entity || entities.includes(query.entity))
    // Only claims under a topic are judged; without one, all claims of all articles are walked.
    if (query.topic || query.verdict) {
      const answer = await walk(rulings(deps, query.topic), query, ruling =>
        ruling.claims
          .filter(claim => !query.verdict || claim.verdict === query.verdict)
          .filter(claim => wanted(claim.speaker, `${claim.text} ${claim.content}`, claim.entities))
          .filter(() => holds(ruling.article.source, query.source))
          .map(claim => judgedClaim(ruling, claim)),
      )
      return context.json(answer)
    }
    const claimsOf = async (summary: ArticleSummary) => {
      if (!holds(summary.source, query.source)) return []
      const article = await deps.articles.get(summary.id, summary.revision)
      const claims = article?.extraction.claims ?? []
      return claims
        .filter(claim => wanted(claim.source?.name ?? null, claim.content.text, claim.entities))
        .map(claim => foundClaim(summary, claim))
    }
    const answer = await walk(page => deps.articles.list(page), query, claimsOf, SLOW)
    return context.json(answer)
  })

  return routes
}

const judgedClaim = ({ topic, article }: Ruling, { speaker, alerted, proposition, ...claim }: JudgedClaim) => {
  const { id, title, source, url, publishedAt } = article
  return { ...claim, source: speaker, topics: [topic], article: { id, title, source, url, publishedAt } }
}

const foundClaim = ({ id, title, source, url, publishedAt }: ArticleSummary, claim: Claim) => {
  const { source: speaker, cue, content, ...rest } = claim
  return {
    ...rest,
    source: speaker?.name ?? null,
    content: content.text,
    article: { id, title, source, url, publishedAt },
  }
}
