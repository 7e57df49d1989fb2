import * as z from 'zod'
import { CANARY_PREFIX } from '../core/store/keys.ts'
import type { Deps } from './deps.ts'
import { mend } from './mend.ts'
import { sendCanary } from './send-canary.ts'

const MINUTE = 60_000
/** Younger uploads may still be on their way. */
export const LEAST_AGE_MS = 15 * MINUTE
/** Two runs an hour apart see each upload, so one run that fails loses nothing. */
export const MOST_AGE_MS = LEAST_AGE_MS + 120 * MINUTE
/** Of each kind in one run: a flood that waits in its queue must not be doubled. */
export const MOST_SENT = 200
/** Under the function's timeout, so that a run ends with what it has to tell. */
const MOST_MS = 4 * MINUTE
const AT_A_TIME = 8

export interface Swept {
  /** How many uploads were looked at. */
  examined: number
  /** Sent to the articles queue again. */
  uploads: number
  /** Articles and topics sent to the claims queue again. */
  claims: number
  /** There was more than one run may do. */
  cut: boolean
}

/** Of an event of the schedule: when it was due. */
const Scheduled = z.object({ time: z.iso.datetime().optional() })

/** Sweeps and, at the same time, sends the canary; neither keeps the other from telling how it went. */
export function createHandler(deps: Deps) {
  return async (event: unknown): Promise<Swept> => {
    const canary = sendCanary(deps)
    try {
      return await sweep(deps, event)
    } finally {
      await canary
      deps.metrics.flush()
    }
  }
}

/** Looks through the uploads of the last hours for what got lost on the way, and sends it on its way again. */
async function sweep(deps: Deps, event: unknown): Promise<Swept> {
  const started = deps.now()
  const { time } = Scheduled.parse(event)
  const at = time === undefined ? started : Date.parse(time)
  const swept: Swept = { examined: 0, uploads: 0, claims: 0, cut: false }
  const isOver = () => deps.now() - started > MOST_MS || swept.uploads >= MOST_SENT || swept.claims >= MOST_SENT
  for await (const page of deps.list.pages()) {
    const due = page.filter(({ key, uploadedAt }) => isArticle(key) && isDue(at - Date.parse(uploadedAt)))
    while (due.length > 0 && !isOver()) {
      const found = await Promise.all(due.splice(0, AT_A_TIME).map(({ key }) => mend(deps, key)))
      for (const sent of found) {
        swept.examined++
        swept.uploads += sent.uploads
        swept.claims += sent.claims
      }
    }
    swept.cut = due.length > 0 || isOver()
    if (swept.cut) break
  }
  deps.metrics.count('ResentUploads', swept.uploads)
  deps.metrics.count('ResentClaims', swept.claims)
  deps.metrics.count('SweepsCut', swept.cut ? 1 : 0)
  deps.log[swept.cut ? 'error' : 'info']('swept', { ...swept })
  return swept
}

const isArticle = (key: string): boolean => !key.startsWith(CANARY_PREFIX)
const isDue = (age: number): boolean => age >= LEAST_AGE_MS && age < MOST_AGE_MS
