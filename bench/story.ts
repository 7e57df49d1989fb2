import { loadFixtures, loadStory } from '../fixtures/load.ts'
import type { Article } from '../lambdas/core/article/article.ts'

const CHARACTERS = 4_000

/** The story as articles of about 4,000 characters: its texts joined in their order. Denser in claims than most news. */
export function longStory(): Article[] {
  const fixtures = new Map(loadFixtures().map(({ name, article }) => [name, article]))
  const long: Article[] = []
  let parts: Article[] = []
  for (const name of loadStory().order) {
    const each = fixtures.get(name.article)!
    parts.push(each)
    const text = parts.map(part => part.text).join('\n\n')
    if (text.length < CHARACTERS * 0.95) continue
    long.push({ ...each, id: `joined-${long.length}`, url: null, text })
    parts = []
  }
  return long
}
