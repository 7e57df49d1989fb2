import * as z from 'zod'
import { Topic } from '../../core/topics/topic.ts'
import type { Documentation } from './documented.ts'

export const topics = {
  listTopics: {
    answer: z.object({ items: z.array(z.object({ name: z.string(), title: z.string() })) }),
    examples: { all: {} },
  },
  getTopic: { answer: Topic.meta({ id: 'Topic' }), examples: { 'the corridor': { params: { name: 'corridor' } } } },
} satisfies Documentation
