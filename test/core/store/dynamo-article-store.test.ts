import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DynamoArticleStore } from '../../../lambdas/core/store/dynamo-article-store.ts'
import { Table } from '../../../lambdas/core/store/table.ts'
import { aStoredArticle } from '../../support/records.ts'
import { startTable, TABLE, type TestTable } from '../../support/table.ts'

let engine: TestTable
let store: DynamoArticleStore

beforeAll(async () => {
  engine = await startTable()
  store = new DynamoArticleStore(engine.table)
})
afterAll(() => engine.close())

const listed = async (id: string) =>
  (await store.list({ limit: 100 })).items.filter(({ item }) => item.id === id).map(({ item }) => item.revision)

describe('the article store', () => {
  it('gives back what was put', async () => {
    const article = aStoredArticle({ id: 'whole' })
    await store.put(article)
    expect(await store.get('whole')).toEqual(article)
    expect(await store.get('whole', 'r1')).toEqual(article)
    expect(await store.get('whole', 'other')).toBeNull()
  })

  it('knows nothing of an article that was never put', async () => {
    expect(await store.get('never')).toBeNull()
    expect(await store.rejected('never')).toBeNull()
  })

  it('keeps the first copy of a text that is put twice', async () => {
    await store.put(aStoredArticle({ id: 'twice' }))
    await store.put(aStoredArticle({ id: 'twice', uploadedAt: '2023-09-25T00:00:00.000Z' }))
    expect((await store.get('twice', 'r1'))?.uploadedAt).toBe('2023-09-24T11:00:00.000Z')
    expect(await listed('twice')).toEqual(['r1'])
  })

  it('keeps all texts of an article and lists the latest, in whatever order they come', async () => {
    const first = aStoredArticle({ id: 'revised' })
    const second = aStoredArticle({
      id: 'revised',
      revision: 'r2',
      at: '2023-09-25T10:00:00.000Z',
      text: 'The road is shut, it said.',
    })
    for (const article of [second, first]) await store.put(article)
    expect((await store.get('revised'))?.revision).toBe('r2')
    expect((await store.revisions('revised')).map(({ revision }) => revision)).toEqual(['r2', 'r1'])
    expect(await listed('revised')).toEqual(['r2'])
    expect(await store.get('revised', 'r1')).toEqual(first)
  })

  it('lists the later upload of two texts with one date', async () => {
    const later = aStoredArticle({ id: 'tie', revision: 'r2', uploadedAt: '2023-09-24T12:00:00.000Z' })
    for (const article of [later, aStoredArticle({ id: 'tie' })]) await store.put(article)
    expect(await listed('tie')).toEqual(['r2'])
  })

  it('keeps an article whose extraction is larger than an item', async () => {
    const article = aStoredArticle({ id: 'large', text: randomBytes(600_000).toString('base64') })
    await store.put(article)
    expect(await store.get('large')).toEqual(article)
  })

  it('keeps one of two copies of a long text that are put at once, whole, and lists it once', async () => {
    const copies = ['11', '12'].map(hour =>
      aStoredArticle({
        id: 'at-once',
        text: randomBytes(600_000).toString('base64'),
        uploadedAt: `2023-09-24T${hour}:00:00.000Z`,
      }),
    )
    await Promise.all(copies.map(copy => store.put(copy)))
    const kept = await store.get('at-once', 'r1')
    expect(copies).toContainEqual(kept)
    expect(await store.revisions('at-once')).toEqual([{ revision: 'r1', at: kept?.at, uploadedAt: kept?.uploadedAt }])
  })

  it('never unlists a text for a later one that is not listed yet', async () => {
    const first = aStoredArticle({ id: 'half' })
    const second = aStoredArticle({ id: 'half', revision: 'r2', at: '2023-09-25T10:00:00.000Z' })
    const failing = new Table(engine.client, TABLE)
    failing.putUnlessOutranked = async () => {
      throw new Error('cut off')
    }
    await store.put(first)
    await expect(new DynamoArticleStore(failing).put(second)).rejects.toThrow('cut off')
    await store.register(first)
    expect(await listed('half')).toEqual(['r1'])
    await store.register(second)
    expect(await listed('half')).toEqual(['r2'])
  })

  it('finishes an article that was cut off after its body', async () => {
    const article = aStoredArticle({ id: 'cut' })
    await store.put(article)
    await engine.table.delete({ pk: 'ARTICLE#cut', sk: `${article.at}#${article.uploadedAt}#r1` })
    await store.register(article)
    expect((await store.get('cut'))?.revision).toBe('r1')
  })

  it('lists by the article’s time, latest first, page by page', async () => {
    for (const day of ['01', '03', '02']) {
      await store.put(aStoredArticle({ id: `day-${day}`, at: `2020-01-${day}T00:00:00.000Z` }))
    }
    const january = { since: '2020-01-01', until: '2020-02-01' }
    const first = await store.list({ limit: 2, ...january })
    expect(first.items.map(({ item }) => item.id)).toEqual(['day-03', 'day-02'])
    expect(first.more).toBe(true)
    const second = await store.list({ limit: 2, ...january, after: first.items[1]!.key })
    expect(second.items.map(({ item }) => item.id)).toEqual(['day-01'])
  })

  it('shows a rejected upload with its reason', async () => {
    const upload = {
      id: 'r1',
      key: 'articles/a.txt',
      code: 'empty',
      reason: 'The upload is empty.',
      uploadedAt: '2023-09-24T11:00:00.000Z',
    }
    await store.reject(upload)
    await store.reject(upload)
    expect(await store.rejected('r1')).toEqual(upload)
    expect((await store.listRejected({ limit: 10 })).items.map(({ item }) => item)).toEqual([upload])
  })
})
