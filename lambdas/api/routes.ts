import type { Route } from './route.ts'

/**
 * All that the API answers, in the order of its reference, by the first part of the path behind `/v1`. A group is loaded when it is first
 * asked for: a cold start pays for one, not for all.
 */
export const GROUPS: Readonly<Record<string, () => Promise<readonly Route[]>>> = {
  health: async () => [(await import('./routes/health.ts')).health],
  articles: async () => {
    const { listArticles, getArticle, postArticle } = await import('./routes/articles.ts')
    return [listArticles, getArticle, postArticle]
  },
  uploads: async () => [(await import('./routes/uploads.ts')).postUpload],
  claims: async () => [(await import('./routes/claims.ts')).listClaims, (await import('./routes/claim.ts')).getClaim],
  figures: async () => {
    const { listFigures, listSeries } = await import('./routes/figures.ts')
    return [listFigures, listSeries]
  },
  entities: async () => [
    (await import('./routes/entities.ts')).listEntities,
    (await import('./routes/entity.ts')).getEntity,
  ],
  alerts: async () => {
    const { listAlerts, getAlert } = await import('./routes/alerts.ts')
    return [listAlerts, getAlert]
  },
  topics: async () => {
    const { listTopics, getTopic, putTopic, deleteTopic } = await import('./routes/topics.ts')
    return [listTopics, getTopic, (await import('./routes/feed.ts')).getFeed, putTopic, deleteTopic]
  },
  subscriptions: async () => {
    const routes = await import('./routes/subscriptions.ts')
    const { estimateSubscription, createSubscription, listSubscriptions } = routes
    const { getSubscription, changeSubscription, deleteSubscription } = routes
    return [
      estimateSubscription,
      createSubscription,
      listSubscriptions,
      getSubscription,
      changeSubscription,
      deleteSubscription,
    ]
  },
}

export const groupOf = (path: string): string => path.replace(/^\/(?:v1\/)?/, '').replace(/\/.*/s, '')

export const allRoutes = async (): Promise<Route[]> =>
  (await Promise.all(Object.values(GROUPS).map(load => load()))).flat()
