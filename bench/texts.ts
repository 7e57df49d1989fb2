import type { Article } from '../lambdas/core/article/article.ts'

const filled = (piece: string) => (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

/** News of any length: articles one after the other. */
export const newsOf = (articles: readonly Article[]) => filled(articles.map(({ text }) => text).join('\n\n'))

/** Texts that make a parser slow if anything can. */
export const HOSTILE: Record<string, (length: number) => string> = {
  'a, a, a,': filled('a, '),
  'a name list': filled('Anna Petrosyan, Boris Aliyev, Clara Okafor, '),
  '.....': filled('.'),
  'Mr. Mr.': filled('Mr. '),
  'U.S.U.S.': filled('U.S.'),
  'one word': filled('a'),
  'one-word sentences': filled('Go. '),
  'open quotes': filled('“'),
  'open brackets': filled('('),
  'nested quotes': filled('“he said ‘she said “'),
  'said said': filled('said '),
  'he said that': filled('he said that '),
  numbers: filled('1 2 3 4 '),
  'number words': filled('seven hundred and '),
  'capital words': filled('Alpha Beta Gamma '),
  'one line of text': filled('the minister said on Monday that the talks with the rebels would resume '),
}
