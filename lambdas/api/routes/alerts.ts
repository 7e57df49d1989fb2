import { alertOf } from '../../core/notify/alert.ts'
import { holds, listFields, outlet } from '../query.ts'
import { route } from '../route.ts'
import { rulings, TopicName } from '../rulings.ts'
import { walk } from '../walk.ts'

export const listAlerts = route({
  operation: 'listAlerts',
  method: 'get',
  path: '/v1/alerts',
  summary: 'Alerts, latest article first',
  query: { ...listFields, topic: TopicName.optional(), source: outlet },
  answer: async ({ query }, deps) =>
    walk(await rulings(deps, query.topic), query, ruling =>
      ruling.status === 'silent' || !holds(ruling.article.source, query.source)
        ? []
        : [{ ...alertOf(ruling), status: ruling.status }],
    ),
})
