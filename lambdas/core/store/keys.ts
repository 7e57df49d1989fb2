/** The names that the stack and the functions share, and the table's keys. docs/architecture.md has the table's picture. */
export const PARTITION_KEY = 'pk'
export const SORT_KEY = 'sk'
/** Of the metrics that the functions write into their logs. */
export const METRICS = 'Claimwire'
export const UPLOAD_PREFIX = 'articles/'
/** Uploads under this prefix are stored and never alerted. */
export const BACKFILL_PREFIX = 'articles/backfill/'
/** What is uploaded under this prefix goes the way of an article, aside: see docs/decisions/0011. The sweep puts the one object. */
export const CANARY_PREFIX = 'articles/canary/'
export const CANARY_KEY = `${CANARY_PREFIX}article.json`
/** The topic that it is judged under. No topic of people's can be called so. */
export const CANARY = '~canary'

/** Ends each partition that is kept aside; no name that people give holds a tilde. */
export const ASIDE = '~aside'
/** In seconds since 1970: when DynamoDB may delete an item. Only what is kept aside has it. */
export const EXPIRES = 'expires'

export interface Key {
  pk: string
  sk: string
}

/** Lists are one partition each, in the order of the article's time. */
export const ARTICLES = 'ARTICLES'
export const REJECTED = 'REJECTED'
export const rulingsOf = (topic: string): string => `RULINGS#${topic}`

/** The texts of one article, as pointers in their order; and each text's body, in parts. */
export const revisionsOf = (id: string): string => `ARTICLE#${id}`
export const revisionSort = (at: string, uploadedAt: string, revision: string): string =>
  `${at}#${uploadedAt}#${revision}`
export const bodyOf = (id: string, revision: string): string => `BODY#${id}#${revision}`
/** All parts but the first name the version of the body that they are of: two uploads of one text may be stored at once. */
export const partSort = (part: number, version?: string): string =>
  String(part).padStart(2, '0') + (version ? `#${version}` : '')
export const rejectedOf = (id: string): string => `REJECTED#${id}`

/** Which own topics stand, in one row; and of each name every version and removal, in the order of their coming. */
export const TOPICS = 'TOPICS'
export const STANDING = 'STANDING'
export const topicHistory = (name: string): string => `TOPIC#${name}`
export const topicSort = (at: string, version: string): string => `${at}#${version}`

/** Which rulings are filed under a key; and which alerts were sent. Their sort keys are those of the rulings. */
export const filedUnder = (topic: string, key: string): string => `KEY#${topic}#${key}`
export const sentOf = (topic: string): string => `SENT#${topic}`
/** The notes of subscriptions, by the last part of their ARN. */
export const SUBSCRIPTIONS = 'SUBSCRIPTIONS'
/** Behind the time an id, so that no two items of a list share a key. */
export const timed = (at: string, id: string): string => `${at}#${id}`
