import { alertOf } from '../../core/notify/alert.ts'
import { atomFeed } from '../feed.ts'
import { notFound } from '../problem.ts'
import { route } from '../route.ts'
import { rulings, TopicName } from '../rulings.ts'
import { PAGES, walk } from '../walk.ts'

const ENTRIES = 20

export const getFeed = route({
  operation: 'getFeed',
  method: 'get',
  path: '/v1/topics/{name}/feed',
  summary: 'The latest alerts of a topic as an Atom feed',
  params: { name: TopicName },
  produces: 'application/atom+xml',
  answer: async ({ params: { name } }, deps) => {
    const topic = (await deps.topics.find(name))?.topic ?? (await deps.ownTopics.latest(name))?.topic
    if (!topic) throw notFound(`There is no topic “${name}”.`)
    const list = await rulings(deps, name)
    const { items } = await walk(
      list,
      { limit: ENTRIES },
      ruling => (ruling.status === 'silent' ? [] : [{ ...alertOf(ruling), at: ruling.article.at }]),
      PAGES,
    )
    return atomFeed(topic, items)
  },
})
