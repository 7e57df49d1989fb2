import { canaryOf } from '../core/canary.ts'
import type { Ruling } from '../core/ledger/ledger.ts'
import { CANARY, CANARY_KEY } from '../core/store/keys.ts'
import type { Deps } from './deps.ts'

const LOOK_EVERY_MS = 500

/** Uploads an article as anybody does, waits for its alert to be published, and tells whether it was. Never throws: then it wasn't. */
export async function sendCanary(deps: Deps): Promise<void> {
  const { canary, log, metrics, now } = deps
  const { body, key } = canaryOf(now())
  let reached: Ruling['status'] | 'unjudged' | 'not uploaded' = 'not uploaded'
  try {
    await canary.uploads.put(CANARY_KEY, body, 'application/json')
    reached = await metrics.timed('canary', () => outcome(deps, key))
  } catch (error) {
    log.error('canary failed', { error: error instanceof Error ? error.name : typeof error })
  }
  const hasArrived = reached === 'sent'
  metrics.count('CanariesArrived', hasArrived ? 1 : 0)
  if (!hasArrived) log.error('canary missed', { articleId: key.id, reached })
}

/** How far it has come by the time that its alert is sent, or that it should have been. */
async function outcome({ canary, now }: Deps, key: ReturnType<typeof canaryOf>['key']) {
  for (const end = now() + canary.seconds * 1000; ; ) {
    const status = (await canary.ledger.ruling(CANARY, key))?.status ?? 'unjudged'
    if (status === 'sent' || now() >= end) return status
    await canary.wait(LOOK_EVERY_MS)
  }
}
