import type { Route } from './route.ts'
import { getAlert, listAlerts } from './routes/alerts.ts'
import { getArticle, listArticles, postArticle } from './routes/articles.ts'
import { getClaim } from './routes/claim.ts'
import { listClaims } from './routes/claims.ts'
import { listEntities } from './routes/entities.ts'
import { getEntity } from './routes/entity.ts'
import { getFeed } from './routes/feed.ts'
import { listFigures, listSeries } from './routes/figures.ts'
import { health } from './routes/health.ts'
import {
  changeSubscription,
  createSubscription,
  deleteSubscription,
  estimateSubscription,
  getSubscription,
  listSubscriptions,
} from './routes/subscriptions.ts'
import { deleteTopic, getTopic, listTopics, putTopic } from './routes/topics.ts'
import { postUpload } from './routes/uploads.ts'

/** All that the API answers, in the order of its reference. */
export const ROUTES: readonly Route[] = [
  health,
  listArticles,
  getArticle,
  postArticle,
  postUpload,
  listClaims,
  getClaim,
  listFigures,
  listSeries,
  listEntities,
  getEntity,
  listAlerts,
  getAlert,
  listTopics,
  getTopic,
  getFeed,
  putTopic,
  deleteTopic,
  estimateSubscription,
  createSubscription,
  listSubscriptions,
  getSubscription,
  changeSubscription,
  deleteSubscription,
]
