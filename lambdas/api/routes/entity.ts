import * as z from 'zod'
import type { ArticleSummary } from '../../core/store/article-store.ts'
import type { Deps } from '../deps.ts'
import { headOf } from '../item.ts'
import { notFound } from '../problem.ts'
import { listFields } from '../query.ts'
import { route } from '../route.ts'
import { walk } from '../walk.ts'
import { foundClaim } from './claims.ts'

/** Of so many articles the bodies are read, for aliases and claims. */
const READ_WHOLE = 5

export const getEntity = route({
  operation: 'getEntity',
  method: 'get',
  path: '/v1/entities/{id}',
  summary: 'One entity: its names, its roles, and the latest articles and claims that mention it',
  description: `Looks through the latest articles, or those before until, as far as one request goes; next goes on. Aliases and claims are of the first ${READ_WHOLE} articles of the page.`,
  params: { id: z.string().min(1).max(200) },
  query: listFields,
  answer: async ({ params: { id }, query }, deps) => {
    const { items, next } = await walk(
      page => deps.articles.list(page),
      { ...query, id },
      summary => (summary.entities.some(entity => entity.id === id) ? [summary] : []),
    )
    if (items.length === 0) throw nowhere(id, next)
    const named = items.map(article => ({ article, entity: article.entities.find(entity => entity.id === id)! }))
    const { type, name } = named[0]!.entity
    const read = await Promise.all(items.slice(0, READ_WHOLE).map(summary => readWhole(deps, summary, id)))
    return {
      id,
      type,
      name,
      aliases: [...new Set(read.flatMap(({ aliases }) => aliases))].filter(alias => alias !== name),
      roles: [...new Set(named.flatMap(({ entity }) => entity.role ?? []))],
      articles: items.map(headOf),
      claims: read.flatMap(({ claims }) => claims),
      ...(next && { next }),
    }
  },
})

async function readWhole({ articles }: Deps, summary: ArticleSummary, id: string) {
  const stored = await articles.get(summary.id, summary.revision)
  if (!stored) return { aliases: [], claims: [] }
  const { entities, claims } = stored.extraction
  const entity = entities.find(each => each.id === id)
  const naming = claims.filter(claim => claim.entities.includes(id) || claim.source?.entity === id)
  return {
    aliases: [...(entity ? [entity.name, ...entity.aliases] : [])],
    claims: naming.map(claim => foundClaim(summary, claim)),
  }
}

const nowhere = (id: string, next: string | undefined) =>
  notFound(
    next
      ? `No article that this request looked through names “${id}”. Older ones may: set until, or cursor to ${next}.`
      : `No article names “${id}”.`,
  )
