import type { StoredObject } from '../world/bucket.ts'
import type { History } from '../world/history.ts'
import type { Item } from '../world/table-engine.ts'
import type { Topic } from '../world/topic.ts'

/** What a run has come to, in a simulated world or on real engines. */
export interface Outcome {
  table: { contents(): Map<string, Item> }
  bucket: { objects: readonly StoredObject[] }
  topic: Pick<Topic, 'published'>
  history: Pick<History, 'steps' | 'repeats' | 'overtaken'>
  uploadsDead: DeadLetters
  claimsDead: DeadLetters
}

interface DeadLetters {
  size: number
  bodies: readonly string[]
}
