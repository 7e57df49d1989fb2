import type { Topic } from '../../lambdas/core/topics/topic.ts'

export const shippedTopics: Topic[] = []
