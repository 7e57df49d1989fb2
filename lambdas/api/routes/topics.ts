import { notFound } from '../problem.ts'
import { route } from '../route.ts'
import { TopicName } from '../rulings.ts'

export const listTopics = route({
  operation: 'listTopics',
  method: 'get',
  path: '/v1/topics',
  summary: 'The watched topics',
  answer: async (_, deps) => ({ items: (await deps.topics()).map(({ name, title }) => ({ name, title })) }),
})

export const getTopic = route({
  operation: 'getTopic',
  method: 'get',
  path: '/v1/topics/{name}',
  summary: 'One watched topic: its phrases and examples',
  params: { name: TopicName },
  answer: async ({ params }, deps) => {
    const topics = await deps.topics()
    const topic = topics.find(({ name }) => name === params.name)
    if (topic) return topic
    throw notFound(`There is no topic “${params.name}”; there are ${topics.map(({ name }) => name).join(', ')}.`)
  },
})
