import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Pipeline, startPipeline } from '../support/pipeline.ts'
import { aTopic } from '../support/topics.ts'

let folder: string
let pipeline: Pipeline
/** The articles that alerts under the topic came from, and what these told. */
const told: { id: string; texts: string[] }[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'claimwire-own-topics-'))
  pipeline = await startPipeline(folder)
})
afterAll(async () => {
  await pipeline?.cloud.close()
  await rm(folder, { recursive: true })
})

/** Until what a function knows of the topics is out of date. */
const aSecond = () => new Promise(resolve => setTimeout(resolve, 1_000))
/** Topics outlive the process. */
async function startAgain(): Promise<void> {
  await pipeline.cloud.close()
  pipeline = await startPipeline(folder)
}

const send = async (method: string, body?: object) => {
  const response = await fetch(`${pipeline.cloud.apiUrl}/v1/topics/dam`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body, null, 2) }),
  })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : undefined }
}

/** S3 knows the second of an upload, and what came first is told by it. */
const nextSecond = () => new Promise(resolve => setTimeout(resolve, 1_001 - (Date.now() % 1_000)))

async function upload(id: string, text: string, given: { published?: string; under?: string } = {}): Promise<void> {
  await nextSecond()
  const { published = new Date().toISOString(), under = '' } = given
  const before = pipeline.alerts.length
  await pipeline.upload(`articles/${under}${id}.txt`, text, { metadata: { id, source: `Outlet of ${id}`, published } })
  await pipeline.until<{ article?: { text: string } }>(`/v1/articles/${id}`, ({ article }) => article?.text === text)
  await pipeline.cloud.idle()
  const alerts = pipeline.alerts.slice(before).filter(({ topic }) => topic === 'dam')
  told.push(...alerts.map(({ article, claims }) => ({ id: article.id, texts: claims.map(claim => claim.text) })))
}

const judged = async () => {
  const { body } = await pipeline.get('/v1/claims?topic=dam&limit=100')
  return (body as { items: { article: { id: string } }[] }).items.map(({ article }) => article.id).sort()
}

const DAM = aTopic({ match: ['(dam|dams)'], examples: { matches: ['The dam broke.'], ignores: ['It rained.'] } })
const SAFE = 'The governor said on Monday that the Vardu dam was safe.'
const EMPTIED = `${SAFE} The mayor of Tolva said the Vardu dam would be emptied in May.`
const FLED = `${EMPTIED} Rescuers said 200 people had fled from below the Vardu dam.`
const CRACKS = 'Engineers warned in a report that the Osk dam had cracks.'
const NEWS = 'The ministry said on Tuesday that the Mirna dam had been breached by shelling.'

// One story, in order: each step stands on what those before it left.
describe('a topic that somebody adds at run time', () => {
  it('is refused with the line of an example that comes out otherwise', async () => {
    await upload('known', SAFE)
    const { status, body } = await send('PUT', { ...DAM, examples: { matches: ['It rained.'], ignores: [] } })
    expect({ status, problems: body.problems }).toEqual({
      status: 422,
      problems: [{ line: 11, reason: 'this example is not under the topic: "It rained."' }],
    })
  })

  it('is taken when all is right, and tells of new articles only', async () => {
    expect(await send('PUT', DAM)).toMatchObject({ status: 201, body: { did: 'added' } })
    await aSecond()
    await upload('dated-long-ago', CRACKS, { published: '2023-09-24' })
    await upload('backfilled', 'The ministry said the Lusa dam was closed.', { under: 'backfill/' })
    await upload('known', SAFE)
    expect(await judged()).toEqual(['backfilled', 'dated-long-ago'])
    await upload('known', EMPTIED)
    expect(told).toEqual([])
    await upload('news', NEWS)
    expect(told).toEqual([{ id: 'news', texts: [NEWS] }])
  })

  it('knows what was said before it: repeating that is no news, adding to it is', async () => {
    await startAgain()
    await upload('repeat', CRACKS)
    await upload('known', FLED)
    expect(told.slice(1)).toEqual([
      { id: 'known', texts: ['Rescuers said 200 people had fled from below the Vardu dam.'] },
    ])
  })

  it('judges nothing more once it is removed, and what it judged stays', async () => {
    const before = await judged()
    expect(await send('DELETE')).toMatchObject({ status: 204 })
    await aSecond()
    await upload('too-late', 'The army said it had breached the Ranta dam on Friday.')
    expect(told).toHaveLength(2)
    expect(await judged()).toEqual(before)
    expect((await pipeline.get('/v1/alerts?topic=dam')).body).toMatchObject({
      items: [{ topic: 'dam' }, { topic: 'dam' }],
    })
    expect(await send('GET')).toMatchObject({ status: 200, body: { removedAt: expect.any(String) } })
    expect(pipeline.cloud.failures().batches).toBe(0)
  })
})
