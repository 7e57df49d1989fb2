import { revisionOf } from './article/identity.ts'
import type { TextKey } from './ledger/ledger.ts'
import { CANARY } from './store/keys.ts'
import type { Topic } from './topics/topic.ts'

/** Watched for in the canary, and in nothing else. */
export const CANARY_TOPIC: Topic = {
  name: CANARY,
  title: 'The canary',
  match: ['canaries'],
  needs: [],
  excludes: [],
  examples: { matches: ['The keeper said two canaries had flown through the gate.'], ignores: ['A canary sang.'] },
}

/** An article to try the pipeline with, and where its ruling will stand. Its figure grows with `now`, in milliseconds: each is news. */
export function canaryOf(now: number): { body: string; key: TextKey } {
  const id = `canary-${now}`
  const at = new Date(now).toISOString()
  const text = `The keeper said ${now.toLocaleString('en')} canaries had flown through the gate.`
  return { body: JSON.stringify({ id, publishedAt: at, text }), key: { id, revision: revisionOf(text), at } }
}
