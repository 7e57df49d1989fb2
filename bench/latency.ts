import { setTimeout as wait } from 'node:timers/promises'
import type { Article } from '../lambdas/core/article/article.ts'
import type { Alert } from '../lambdas/core/notify/alert.ts'
import { generatedNews } from '../test/support/generated-news.ts'
import { startPipeline } from '../test/support/pipeline.ts'
import { printTable } from './table.ts'

const ARTICLES = 500
/** The first ones meet functions that have yet to start. */
const WARM_UPS = 100
const PER_SECOND = 10
const CHARACTERS = 4_000
/** Milliseconds that 99 of 100 alerts may take. */
const MOST = 2_000

/** How long an alert takes from the upload of its article, with the whole pipeline on this machine and ten articles a second. */
export async function run(): Promise<boolean> {
  const { cloud } = await startPipeline()
  try {
    const [sent, told] = [new Map<string, number>(), new Map<string, number>()]
    cloud.onPublished(({ message }) => {
      const { article } = JSON.parse(message.default) as Alert
      if (!told.has(article.id)) told.set(article.id, performance.now())
    })
    const started = performance.now()
    const uploads: Promise<void>[] = []
    for (const [nth, article] of generatedNews(ARTICLES).entries()) {
      await wait(Math.max(0, started + (nth * 1_000) / PER_SECOND - performance.now()))
      const at = performance.now()
      uploads.push(upload(cloud.apiUrl!, lengthened(article)).then(id => void sent.set(id, at)))
    }
    await Promise.all(uploads)
    await cloud.idle()
    const times = [...sent]
      .slice(WARM_UPS)
      .map(([id, at]) => told.get(id)! - at)
      .sort((a, b) => a - b)
    const share = (of: number) => Math.round(times[Math.ceil(times.length * of) - 1]!)
    printTable(
      ['articles', 'half within ms', '90 %', '99 %', 'all'],
      [[times.length, share(0.5), share(0.9), share(0.99), share(1)]],
    )
    console.log(`at ${PER_SECOND} articles a second, functions started; 99 % within ${MOST} ms at most`)
    return told.size === ARTICLES && share(0.99) <= MOST
  } finally {
    await cloud.close()
  }
}

async function upload(api: string, { text, title, source, publishedAt }: Article): Promise<string> {
  const body = JSON.stringify({ text, title, source, publishedAt })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${api}/v1/articles`, { method: 'POST', headers, body })
  if (!response.ok) throw new Error(`an upload was answered with ${response.status}`)
  return ((await response.json()) as { id: string }).id
}

/** To the length of an article, with what is no topic's. */
function lengthened({ text, ...rest }: Article): Article {
  const trader = (nth: number) => ` A trader named Ivo Maron sold ${nth + 3} sacks of apples, his brother said.`
  const more = Array.from({ length: CHARACTERS / trader(0).length }, (_, nth) => trader(nth))
  return { ...rest, text: `${text}\n\n${more.join('').trim()}` }
}
