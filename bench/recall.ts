import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Article } from '../lambdas/core/article/article.ts'
import type { StoredArticle } from '../lambdas/core/article/stored-article.ts'
import { articleOfClaim } from '../lambdas/core/ids.ts'
import { claimsUnder, judgeClaims } from '../lambdas/core/ledger/judge-claims.ts'
import type { JudgedClaim, Ruling } from '../lambdas/core/ledger/ledger.ts'
import { rulingsNear } from '../lambdas/core/ledger/near.ts'
import { headOf } from '../lambdas/core/ledger/rule.ts'
import { Standing } from '../lambdas/core/ledger/standing.ts'
import { filingKeys } from '../lambdas/core/ledger/story-keys.ts'
import type { Topic } from '../lambdas/core/topics/topic.ts'
import { MemoryLedger } from '../local/cli/replay/memory-ledger.ts'
import { storedOf } from './measure.ts'
import { printTable } from './table.ts'

const MOST_ARTICLES = 260
const MOST_CHARACTERS = 20_000
/** What PolNeAR's articles, of one year of American politics, have in common. */
const TOPIC: Topic = {
  name: 'race',
  title: 'The race',
  match: ['(trump|clinton|donald|hillary)'],
  needs: [],
  excludes: [],
  examples: { matches: ['Trump won.'], ignores: ['It rained.'] },
}

/**
 * How much the ledger finds: of the claims that refer to another article's, judged against all that stands, those that do so too
 * when judged against the rulings that the alert function looks at. On every second article of `polnear/data/train` in the folder, by date.
 */
export async function run([folder]: string[]): Promise<boolean> {
  if (!folder) {
    console.log('Give the folder that holds polnear/: npm run bench -- recall FOLDER')
    return true
  }
  const ledger = new MemoryLedger()
  const rulings: Ruling[] = []
  const total = { wanted: 0, found: 0, other: 0, pages: 0 }
  for (const article of readNews(path.join(folder, 'polnear/data/train/text'))) {
    const stored = storedOf(article, [TOPIC])
    const claims = claimsUnder(stored, TOPIC.name)
    if (claims.length === 0) continue
    const head = headOf(stored)
    const propositions = claims.map(({ id }) => stored.propositions[id]!)
    const near = await rulingsNear(ledger, { topic: TOPIC.name, at: head.at, propositions })
    const judged = judgeClaims(stored, claims, head, new Standing(near))
    const wanted = judgeClaims(stored, claims, head, everything(rulings))
    for (const [i, { ref }] of wanted.entries()) {
      if (!ref || articleOfClaim(ref.id) === head.id) continue
      total.wanted++
      if (judged[i]!.ref?.id === ref.id) total.found++
      else if (judged[i]!.ref) total.other++
    }
    total.pages += near.length
    const ruling = rulingOf(stored, wanted)
    await ledger.keep(ruling, filingKeys(propositions))
    rulings.push(ruling)
  }
  printTable(
    ['articles', 'claims that refer to an earlier article’s', 'found', 'another found', 'rulings looked at'],
    [[rulings.length, total.wanted, total.found, total.other, total.pages]],
  )
  return true
}

function everything(rulings: readonly Ruling[]): Standing {
  const standing = new Standing([])
  for (const { article, claims } of rulings) for (const claim of claims) standing.add(article, claim)
  return standing
}

const rulingOf = (stored: StoredArticle, claims: JudgedClaim[]): Ruling => ({
  id: `al_${stored.revision}`,
  topic: TOPIC.name,
  article: headOf(stored),
  correction: false,
  claims,
  withdrawn: [],
  status: claims.some(({ alerted }) => alerted) ? 'sent' : 'silent',
})

/** Files are called after outlet, day and headline. */
function readNews(folder: string): Article[] {
  const files = readdirSync(folder)
    .sort()
    .filter((_, i) => i % 2 === 0)
    .slice(0, MOST_ARTICLES)
  const articles = files.map((file, nth): Article => {
    const [source = '', day = ''] = file.split('_')
    const text = readFileSync(path.join(folder, file), 'utf8').slice(0, MOST_CHARACTERS)
    const publishedAt = `${day}T00:00:00.000Z`
    return { id: `news-${nth}`, title: null, source, url: null, publishedAt, language: 'en', text }
  })
  return articles.sort((a, b) => (a.publishedAt! < b.publishedAt! ? -1 : 1))
}
