import type { BuildAppOptions } from 'fauxqs'

type Stores = NonNullable<BuildAppOptions['stores']>
export type SqsStore = Stores['sqsStore']
export type SqsQueue = ReturnType<SqsStore['createQueue']>
export type SqsMessage = ReturnType<SqsQueue['inspectMessages']>['ready'][number]
export type S3Store = Stores['s3Store']
export type S3Object = ReturnType<S3Store['getObject']>
export type SnsStore = Stores['snsStore']

export interface SqsStoreClass {
  new (): SqsStore
  createMessage(body: string): SqsMessage
}

interface Internals {
  SqsStore: SqsStoreClass
  SnsStore: new () => SnsStore
  S3Store: new () => S3Store
  S3Error: new (code: string, message: string, statusCode: number) => Error
}

/** fauxqs takes stores from outside but doesn't export their classes, and keeps everything in memory unless given others. */
export async function loadFauxqs(): Promise<Internals> {
  const root = import.meta.resolve('fauxqs')
  const files = ['sqs/sqsStore.js', 'sns/snsStore.js', 's3/s3Store.js', 'common/errors.js']
  const modules = await Promise.all(files.map(file => import(new URL(file, root).href)))
  return Object.assign({}, ...modules)
}
