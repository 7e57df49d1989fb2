import type { Alignment } from './align.ts'
import type { Word } from './words.ts'

/** How far a rounded number may lie from what it rounds: "some $65 billion" and "$64.7 billion". */
const ROUNDING = 0.02

/** Two numbers that stand for one another in the two texts and aren't the same. */
export function differentNumbers({ a, b, onlyA, onlyB }: Alignment): readonly [string, string] | null {
  const was = onlyA.filter(word => word.kind === 'number')
  const is = onlyB.filter(word => word.kind === 'number')
  const left = was.filter(word => !is.some(other => rounded(word, other, a, b)))
  const right = is.filter(word => !was.some(other => rounded(other, word, a, b)))
  return left.length > 0 && right.length > 0 ? [left[0]!.key, right[0]!.key] : null
}

const HEDGE = /^(?:about|around|some|nearly|almost|approxim|roughli|over|least)$/
const hedged = (word: Word, words: readonly Word[]) => HEDGE.test(words[words.indexOf(word) - 1]?.key ?? '')

function rounded(x: Word, y: Word, a: readonly Word[], b: readonly Word[]): boolean {
  const [p, q] = [Number(x.key), Number(y.key)]
  return (hedged(x, a) || hedged(y, b)) && Math.abs(p - q) <= ROUNDING * Math.max(p, q)
}
