import * as z from 'zod'
import { alertIdOf, placeOfAlert } from '../../core/ids.ts'
import type { Ruling } from '../../core/ledger/ledger.ts'
import { alertOf } from '../../core/notify/alert.ts'
import type { Deps } from '../deps.ts'
import { HEAD_COLUMNS } from '../item.ts'
import { notFound } from '../problem.ts'
import { holds, listFields, outlet } from '../query.ts'
import { route } from '../route.ts'
import { rulings, TopicName } from '../rulings.ts'
import { PAGES, walk } from '../walk.ts'

export const listAlerts = route({
  operation: 'listAlerts',
  method: 'get',
  path: '/v1/alerts',
  summary: 'Alerts, latest article first',
  query: { ...listFields, topic: TopicName.optional(), source: outlet },
  csv: ['id', 'topic', 'status', 'correction', 'claims.length', 'withdrawn.length', ...HEAD_COLUMNS],
  answer: async ({ query }, deps) =>
    walk(
      await rulings(deps, query.topic),
      query,
      ruling => (holds(ruling.article.source, query.source) ? shown(ruling) : []),
      PAGES,
    ),
})

export const getAlert = route({
  operation: 'getAlert',
  method: 'get',
  path: '/v1/alerts/{id}',
  summary: 'One alert',
  params: { id: z.string().min(1).max(200) },
  answer: async ({ params: { id } }, deps) => {
    const ruling = await rulingOf(id, deps)
    const [alert] = ruling ? shown(ruling) : []
    if (alert) return alert
    throw notFound(`There is no alert “${id}”.`)
  },
})

async function rulingOf(id: string, { articles, ledger }: Deps): Promise<Ruling | null> {
  const place = placeOfAlert(id)
  if (!place) return null
  const { topic, articleId } = place
  const revisions = await articles.revisions(articleId)
  const found = revisions.find(({ revision }) => alertIdOf(topic, articleId, revision) === id)
  return found ? ledger.ruling(topic, { id: articleId, ...found }) : null
}

function shown(ruling: Ruling) {
  const { status } = ruling
  return status === 'silent' ? [] : [{ ...alertOf(ruling), status }]
}
