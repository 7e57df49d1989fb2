import type { SQSRecord } from 'aws-lambda'
import { around } from '../core/article/revisions.ts'
import { batchHandler } from '../core/batch.ts'
import { Submitted } from '../core/claims/claims-queue.ts'
import { headOf, rule } from '../core/ledger/rule.ts'
import { alertOf } from '../core/notify/alert.ts'
import { facetsOf } from '../core/notify/facets.ts'
import { CANARY } from '../core/store/keys.ts'
import { reasonsFor } from '../core/subscriptions/notes.ts'
import { predates } from '../core/topics/predates.ts'
import type { Deps } from './deps.ts'
import { ArticleMissing } from './errors.ts'

/** Judges an article's claims under one topic and tells of what is new: kept as pending, published, marked as sent. */
export function createHandler(deps: Deps) {
  return batchHandler(async (record: SQSRecord, log) => {
    const submitted = Submitted.parse(JSON.parse(record.body))
    await judge({ ...deps, ...(submitted.topic === CANARY && deps.canary), log }, submitted)
  }, deps)
}

async function judge(deps: Deps, { articleId, revision, topic, backfill }: Submitted): Promise<void> {
  const [article, revisions, watched] = await Promise.all([
    deps.articles.get(articleId, revision),
    deps.articles.revisions(articleId),
    deps.topics.find(topic),
  ])
  if (!article) throw new ArticleMissing(articleId, revision)
  // What was judged before its topic was removed is still told; nothing more is judged.
  if (!watched && !(await deps.ledger.ruling(topic, headOf(article)))) {
    return deps.log.info('topic removed', { articleId, topic })
  }
  const isOld = watched?.since != null && predates(watched.since, article, revisions)
  const texts = around(revisions, revision)
  const submission = { article, topic, backfill: backfill || isOld, ...texts }
  const ruling = await deps.metrics.timed('judge', () => rule(deps.ledger, submission), topic)
  const { status, claims, unjudged = 0 } = ruling
  deps.log.info('claims judged', { articleId, revision, topic, claims: claims.length, unjudged, status })
  for (const { verdict } of claims) deps.metrics.count(`Verdicts-${verdict}`, 1, topic)
  if (status !== 'pending') return
  const alert = alertOf(ruling)
  const reasons = reasonsFor(facetsOf(alert), await deps.notes.all())
  await deps.metrics.timed('publish', () => deps.publisher.publish(alert, reasons), topic)
  await deps.ledger.markSent(ruling)
  deps.metrics.count('Alerts', 1, topic)
}
