import { DAY, MINUTE } from './scenario.ts'
import type { Settings } from './world/world.ts'

export const SETTINGS: Settings = {
  uploads: { fifo: false, visibilityMs: 6 * MINUTE, retentionMs: 4 * DAY, mostReceives: 5 },
  uploadsDead: { fifo: false, visibilityMs: MINUTE, retentionMs: 14 * DAY, mostReceives: null },
  claims: { fifo: true, visibilityMs: 3 * MINUTE, retentionMs: 4 * DAY, mostReceives: 5 },
  claimsDead: { fifo: true, visibilityMs: MINUTE, retentionMs: 14 * DAY, mostReceives: null },
  ingest: { name: 'ingest', timeoutMs: MINUTE, batchSize: 5, concurrency: 20 },
  alert: { name: 'alert', timeoutMs: MINUTE / 2, batchSize: 5, concurrency: 10 },
}
