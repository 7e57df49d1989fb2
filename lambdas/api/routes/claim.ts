import * as z from 'zod'
import type { History, Sighting } from '../../core/ledger/history.ts'
import { headOf, shownClaim, shownFigure } from '../item.ts'
import { notFound } from '../problem.ts'
import { route } from '../route.ts'

export const getClaim = route({
  operation: 'getClaim',
  method: 'get',
  path: '/v1/claims/{id}',
  summary: 'One claim with its history: who has it, how its figures went, what stands against it',
  description:
    'Under each of its topics the series that it belongs to. It is put together from a limited number of rulings, however many are stored; partial says that there may be more.',
  params: { id: z.string().min(1).max(200) },
  answer: async ({ params: { id } }, deps) => {
    // The keys that a claim is filed under come from word lists that no other query needs.
    const { findClaim, historyOf } = await import('../../core/ledger/history.ts')
    const found = await findClaim(deps, id)
    if (!found) throw notFound(`There is no claim “${id.slice(0, 200)}”.`)
    const { claim, stored, latest } = found
    const { extraction, revision } = stored
    const topics = await Promise.all(
      claim.topics.map(async topic => {
        const history = await historyOf(deps, topic, id)
        return history ? [shownHistory(topic, id, history)] : []
      }),
    )
    return {
      id,
      article: { ...headOf(extraction.article), revision, latest },
      claim,
      figures: claim.figures.map(index => extraction.figures[index]!),
      topics: topics.flat(),
    }
  },
})

function shownHistory(topic: string, id: string, { sightings, contradictions, outlets, partial }: History) {
  const { verdict, because, ref, root } = sightings.find(({ claim }) => claim.id === id)!.claim
  const names = sightings.flatMap(({ article }) => article.source ?? [])
  return {
    topic,
    verdict,
    because,
    ref,
    root,
    sightings: sightings.map(shownSighting),
    series: sightings.flatMap(pointsOf),
    contradictions: contradictions.map(shownSighting),
    corroboration: { outlets, names: [...new Set(names)] },
    partial,
  }
}

const shownSighting = ({ claim, article }: Sighting) => ({
  ...shownClaim(claim),
  at: article.at,
  article: headOf(article),
})

const pointsOf = ({ claim: { id, speaker, proposition }, article: { at, source } }: Sighting) =>
  proposition.figures.map(figure => ({ at, claim: id, source: speaker, outlet: source, figure: shownFigure(figure) }))
