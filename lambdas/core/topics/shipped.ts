import corridor from './corridor.json' with { type: 'json' }
import talks from './talks.json' with { type: 'json' }
import type { Topic } from './topic.ts'

/** The topics that Claimwire was made for. A test holds them to the schema and runs their examples. */
export const SHIPPED_TOPICS: readonly Topic[] = [corridor, talks]
