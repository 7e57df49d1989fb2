import type * as z from 'zod'
import { alerts } from './alerts.ts'
import { articles } from './articles.ts'
import { claims } from './claims.ts'
import { entities } from './entities.ts'
import { figures } from './figures.ts'
import { health } from './health.ts'
import { subscriptions } from './subscriptions.ts'
import { topics } from './topics.ts'
import { uploads } from './uploads.ts'

/** What each route answers, with requests that show it. Loaded by scripts and tests only: it would cost the function its start. */
export const REFERENCE = {
  ...health,
  ...articles,
  ...uploads,
  ...claims,
  ...figures,
  ...entities,
  ...alerts,
  ...topics,
  ...subscriptions,
}

export type Operation = keyof typeof REFERENCE
export type AnswerOf<Op extends Operation> = z.output<(typeof REFERENCE)[Op]['answer']>
