import {
  ARTICLES,
  ASIDE,
  bodyOf,
  filedUnder,
  REJECTED,
  rejectedOf,
  revisionsOf,
  rulingsOf,
  SUBSCRIPTIONS,
  sentOf,
  TOPICS,
  topicHistory,
} from '../lambdas/core/store/keys.ts'
import { type Binding, together } from './binding.ts'
import type { Store } from './store.ts'

/** Partitions of the table, with * for whichever. */
const BODIES = bodyOf('*', '*')
const REVISIONS = revisionsOf('*')
const OWN_TOPICS = topicHistory('*')
const [RULINGS, KEYS, SENT] = [rulingsOf('*'), filedUnder('*', '*'), sentOf('*')]

/** It keeps articles and what is rejected; of a revised article, the earlier listing goes. */
export const ingestTable = (store: Store): Binding =>
  together(
    store.may('Query', BODIES, REVISIONS, TOPICS),
    store.may('GetItem', OWN_TOPICS),
    // The canary is listed aside, and never rejected or revised.
    store.may('PutItem', BODIES, REVISIONS, ARTICLES, ARTICLES + ASIDE, REJECTED, rejectedOf('*')),
    store.may('DeleteItem', ARTICLES),
  )

/** It reads articles and adds to the ledger. */
export const alertTable = (store: Store): Binding =>
  together(
    store.may('Query', BODIES, REVISIONS, KEYS, SENT, TOPICS, SUBSCRIPTIONS),
    store.may('GetItem', RULINGS, SENT),
    store.may('PutItem', RULINGS, KEYS, SENT),
  )

/** It reads whatever is asked for, adds topics, and changes the notes of subscriptions. */
export const apiTable = (store: Store): Binding =>
  together(
    store.readable(),
    store.may('PutItem', TOPICS, OWN_TOPICS, SUBSCRIPTIONS),
    store.may('DeleteItem', SUBSCRIPTIONS),
  )

/** It looks whether an upload is stored or rejected, and whether its claims are judged and told. */
export const sweepTable = (store: Store): Binding =>
  together(store.may('Query', BODIES, REVISIONS), store.may('GetItem', rejectedOf('*'), RULINGS, SENT))
