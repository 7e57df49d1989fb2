import type { Route } from './route.ts'
import { listAlerts } from './routes/alerts.ts'
import { getArticle, listArticles, postArticle } from './routes/articles.ts'
import { listClaims } from './routes/claims.ts'
import { listEntities } from './routes/entities.ts'
import { listFigures } from './routes/figures.ts'
import { health } from './routes/health.ts'
import { deleteTopic, getTopic, listTopics, putTopic } from './routes/topics.ts'

/** All that the API answers, in the order of its reference. */
export const ROUTES: readonly Route[] = [
  health,
  listArticles,
  getArticle,
  postArticle,
  listClaims,
  listFigures,
  listEntities,
  listAlerts,
  listTopics,
  getTopic,
  putTopic,
  deleteTopic,
]
