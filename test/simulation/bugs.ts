import type { Edit } from './build.ts'

const INGEST = 'lambdas/ingest/handler.ts'
const ALERT = 'lambdas/alert/handler.ts'
const BATCH = 'lambdas/core/batch.ts'
const RULE = 'lambdas/core/ledger/rule.ts'
const LEDGER = 'lambdas/core/store/dynamo-ledger.ts'
const ARTICLES = 'lambdas/core/store/dynamo-article-store.ts'
const TABLE = 'lambdas/core/store/table.ts'
const QUEUE = 'lambdas/core/claims/sqs-claims-queue.ts'

const PUBLISH = "await deps.metrics.timed('publish'"
const MARK = 'await deps.ledger.markSent(ruling)'

/** Bugs that a change might bring, each as an edit of the source. The simulation has to see every one of them. */
export const BUGS: Record<string, readonly Edit[]> = {
  'marked as sent before it is published': [
    { file: ALERT, from: MARK, to: '' },
    { file: ALERT, from: PUBLISH, to: `${MARK}\n  ${PUBLISH}` },
  ],
  'never marked as sent': [{ file: ALERT, from: MARK, to: '' }],
  'marked as sent though there is nothing to tell': [
    {
      file: ALERT,
      from: "if (status !== 'pending') return",
      to: "if (status === 'silent') return deps.ledger.markSent(ruling)\n  if (status !== 'pending') return",
    },
  ],
  'a publish that fails is taken for done': [
    {
      file: ALERT,
      from: 'deps.publisher.publish(alert, reasons)',
      to: 'deps.publisher.publish(alert, reasons).catch(() => {})',
    },
  ],
  'another alert id each time': [
    {
      file: 'lambdas/core/notify/alert.ts',
      from: 'return { id, topic, correction',
      to: 'return { id: id + Math.random(), topic, correction',
    },
  ],
  'the wrong item of a batch is reported': [
    {
      file: BATCH,
      from: 'error: nameOf(error) })\n        batchItemFailures.push({ itemIdentifier: record.messageId })',
      to: 'error: nameOf(error) })\n        batchItemFailures.push({ itemIdentifier: Records[0]!.messageId })',
    },
  ],
  'a record that failed is acknowledged': [
    {
      file: BATCH,
      from: 'error: nameOf(error) })\n        batchItemFailures.push({ itemIdentifier: record.messageId })',
      to: 'error: nameOf(error) })',
    },
  ],
  'what follows a failure in its group overtakes it': [{ file: BATCH, from: 'held.add(group)', to: 'held.has(group)' }],
  'any error counts as a failed condition': [
    {
      file: TABLE,
      from: 'if (error instanceof ConditionalCheckFailedException) return false\n      throw error',
      to: 'return false',
    },
  ],
  'a failed condition counts as an error': [
    { file: TABLE, from: 'if (error instanceof ConditionalCheckFailedException) return false', to: '' },
  ],
  'a body is overwritten by the next upload of its text': [
    { file: ARTICLES, from: 'await this.table.create(first)', to: '(await this.table.put(first), true)' },
  ],
  'an older text takes the place of the newer one in the list': [
    { file: ARTICLES, from: 'putUnlessOutranked', to: 'put' },
  ],
  'the first part of a body first': [
    { file: ARTICLES, from: 'for (let part = parts - 1; part > 0; part--)', to: 'for (const part of [])' },
    {
      file: ARTICLES,
      from: 'const isKept = await this.table.create(first)',
      to: 'const isKept = await this.table.create(first)\n    for (let part = 1; part < parts; part++) await this.table.create({ pk, sk: partSort(part, version), body: partOf(part) })',
    },
  ],
  'an article whose body is kept is not listed any more': [
    {
      file: INGEST,
      from: 'stored.kept ? articles.register(stored.article)',
      to: 'stored.kept ? articles.revisions(stored.article.extraction.article.id)',
    },
  ],
  'a text that is kept is not handed on again': [
    { file: INGEST, from: 'await submit(deps', to: 'if (!stored.kept) await submit(deps' },
  ],
  'a transient fault is recorded as a rejection': [
    {
      file: INGEST,
      from: 'if (!(error instanceof Rejection)) throw error',
      to: "if (!(error instanceof Rejection)) error = new Rejection('no-text', 'It failed.')",
    },
  ],
  'the newest version is read in place of the one told of': [
    { file: 'lambdas/core/uploads/s3-uploads.ts', from: 'VersionId: versionId', to: 'VersionId: undefined' },
  ],
  'only the first topic is handed on': [
    {
      file: INGEST,
      from: 'await deps.claims.submit(topics.map(under(article)))',
      to: 'await deps.claims.submit(topics.slice(0, 1).map(under(article)))',
    },
  ],
  'messages that were not taken go unnoticed': [{ file: QUEUE, from: 'if (Failed.length > 0)', to: 'if (false)' }],
  'a backfill is alerted': [{ file: ALERT, from: 'backfill: backfill || isOld', to: 'backfill: isOld' }],
  'a correction is judged with the flag of an earlier text': [
    { file: INGEST, from: 'topics.filter(topic => !topicsOf(after).includes(topic))', to: 'topics' },
  ],
  'a message group per article': [
    { file: QUEUE, from: 'MessageGroupId: submitted.topic', to: 'MessageGroupId: submitted.articleId' },
  ],
  'another deduplication id per delivery': [
    {
      file: QUEUE,
      from: "createHash('sha256').update(body).digest('hex')",
      to: "createHash('sha256').update(body + Math.random()).digest('hex')",
    },
  ],
  'one deduplication id for all topics of an article': [
    { file: QUEUE, from: '.update(body)', to: '.update(submitted.articleId)' },
  ],
  'a ruling is kept before it is filed': [
    {
      file: LEDGER,
      from: 'const sk = sortOf(article)\n    //',
      to: 'const sk = sortOf(article)\n    await this.table.create({ pk: rulingsOf(topic), sk, body: pack(ruling) })\n    //',
    },
  ],
  'a ruling is filed only when it is made': [
    {
      file: LEDGER,
      from: 'await Promise.all(keys.map(key => this.table.create(',
      to: 'const isNew = await this.table.create({ pk: rulingsOf(topic), sk, body: pack(ruling) })\n    if (isNew) await Promise.all(keys.map(key => this.table.create(',
    },
  ],
  'a stale read of what is filed is trusted': [
    {
      file: TABLE,
      from: 'ConsistentRead: true,\n          Exclusive',
      to: 'ConsistentRead: false,\n          Exclusive',
    },
  ],
  'a stale read of a ruling is trusted': [
    { file: TABLE, from: '(await this.read(key, false)) ?? this.read(key, true)', to: 'this.read(key, false)' },
  ],
  'a correction is not known as one': [{ file: RULE, from: 'correction: earlier !== null', to: 'correction: false' }],
  'what a correction drops is not told': [{ file: RULE, from: ': withdrawnFrom(before, claims)', to: ': []' }],
  'an older article replaces a newer figure': [
    { file: 'lambdas/core/novelty/figures.ts', from: 'else if (at < time(latest.at))', to: 'else if (at !== at)' },
  ],
}
