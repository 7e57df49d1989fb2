import type { Submitted } from '../../../lambdas/core/claims/claims-queue.ts'
import type { Ruling } from '../../../lambdas/core/ledger/ledger.ts'
import { BACKFILL_PREFIX } from '../../../lambdas/core/store/keys.ts'
import { unpack } from '../../../lambdas/core/store/packing.ts'
import type { StoredObject } from '../world/bucket.ts'
import type { Item } from '../world/table-engine.ts'
import { expectedOf } from './expected.ts'
import type { Outcome } from './outcome.ts'

/** What stands in the table, found without the store's own code. */
export class Standing {
  readonly items: Map<string, Item>
  private readonly keys: string[]

  constructor(world: Outcome) {
    this.items = world.table.contents()
    this.keys = [...this.items.keys()]
  }

  has(prefix: string, ending = ''): boolean {
    return this.keys.some(key => key.startsWith(prefix) && key.endsWith(ending))
  }

  rulings(): { key: string; ruling: Ruling }[] {
    const found = this.keys.filter(key => key.startsWith('RULINGS#'))
    return found.map(key => ({ key, ruling: unpack<Ruling>(this.items.get(key)!.body as Uint8Array) }))
  }
}

/** Invariant 1: an accepted upload ends stored, judged under each of its topics, or rejected, or among the dead letters. */
export function lostUploads(world: Outcome, standing: Standing): string[] {
  return world.bucket.objects.filter(object => !object.isGone).flatMap(object => whatIsMissing(world, standing, object))
}

function whatIsMissing(world: Outcome, standing: Standing, object: StoredObject): string[] {
  const isDead = world.uploadsDead.bodies.some(body => body.includes(`"versionId":"${object.versionId}"`))
  if (isDead) return []
  const named = `the upload ${object.versionId}`
  const expected = expectedOf(object)
  if (!expected.isReadable)
    return standing.has('REJECTED#') && isRejected(standing, object) ? [] : [`${named} was not rejected`]
  const { articleId, revision, topics } = expected
  if (!standing.has(`BODY#${articleId}#${revision} 00`)) return [`${named} was not stored`]
  if (!standing.has(`ARTICLE#${articleId} `, `#${revision}`)) return [`${named} is not among its article's texts`]
  if (!standing.has('ARTICLES ', `#${articleId}`)) return [`${named} is not listed`]
  return topics.flatMap(topic => {
    const isJudged = standing.has(`RULINGS#${topic} `, `#${articleId}#${revision}`)
    const waits = world.claimsDead.bodies.some(
      body => body.includes(articleId) && body.includes(revision) && body.includes(`"${topic}"`),
    )
    return isJudged || waits ? [] : [`the claims of ${named} under ${topic} were never judged`]
  })
}

const isRejected = (standing: Standing, { key, uploadedAt }: { key: string; uploadedAt?: string }): boolean =>
  [...standing.items.values()].some(({ upload }) => {
    const rejected = upload as { key: string; uploadedAt: string } | undefined
    return rejected?.key === key && (uploadedAt === undefined || rejected.uploadedAt === uploadedAt)
  })

/** Invariant 2: a ruling that has something to tell was published, or its message is among the dead letters. */
export function untoldRulings(world: Outcome, standing: Standing): string[] {
  const published = new Set(world.topic.published.map(({ id }) => id))
  return standing.rulings().flatMap(({ key, ruling }) => {
    const isMarked = standing.items.has(key.replace('RULINGS#', 'SENT#'))
    const { id: articleId, revision } = ruling.article
    if (isMarked && !published.has(ruling.id)) return [`${key} is marked as sent and was never published`]
    if (ruling.status !== 'pending' || published.has(ruling.id)) return []
    const waits = world.claimsDead.bodies.some(body => body.includes(articleId) && body.includes(revision))
    return waits ? [] : [`${key} was never published`]
  })
}

/** One alert has one id, and says the same each time. */
export function changedAlerts(world: Outcome): string[] {
  const told = new Map<string, string>()
  return world.topic.published.flatMap(({ id, message }) => {
    const before = told.get(id) ?? message
    told.set(id, before)
    return before === message ? [] : [`the alert ${id} was published with two contents`]
  })
}

/** A text is judged as backfill where it was uploaded as backfill, and only there. */
export function falseBackfills({ history, bucket }: Outcome): string[] {
  const judged = history.steps
    .filter(({ handler }) => handler === 'alert')
    .map(({ body }) => JSON.parse(body) as Submitted)
  return judged.flatMap(({ articleId, revision, topic, backfill }) => {
    const uploads = bucket.objects.filter(object => {
      const expected = expectedOf(object)
      return expected.isReadable && expected.articleId === articleId && expected.revision === revision
    })
    // Under topics that only the text before it has, nothing of it is judged.
    const isOwn = uploads.some(object => (expectedOf(object) as { topics?: string[] }).topics?.includes(topic))
    const isSo = uploads.some(({ key }) => key.startsWith(BACKFILL_PREFIX) === backfill)
    return isSo || !isOwn
      ? []
      : [`${articleId} was judged as ${backfill ? 'backfill' : 'news'} under ${topic}, and was not uploaded so`]
  })
}
