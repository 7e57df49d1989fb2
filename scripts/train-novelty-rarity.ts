/**
 * Counts in how many sentences each stem stands and writes lambdas/core/novelty/lexicon/idf.json: word frequencies only.
 * Usage: tsx scripts/train-novelty-rarity.ts <file.txt>…   (plain text, one or more files)
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { tokens } from '../lambdas/core/extract/slots/tokens.ts'
import { parse } from '../lambdas/core/extract/text/parse.ts'

const LEAST = 4
const target = new URL('../lambdas/core/novelty/lexicon/idf.json', import.meta.url)
const counts = new Map<string, number>()
let sentences = 0
for (const file of process.argv.slice(2)) {
  for (const text of readFileSync(file, 'utf8').split(/\n{2,}/)) {
    const doc = parse(text)
    for (const { first, last } of doc.sentences) {
      sentences++
      const keys = tokens(doc, first, last, null).flatMap(t =>
        t.kind === 'word' || t.kind === 'name' ? [t.key.toLowerCase()] : [],
      )
      for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
}
// A bucket is half a power of two: the table keeps the order of magnitude, which is all that a weight needs.
const buckets = new Map<number, string[]>()
for (const [key, n] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (n < LEAST || !/^[\p{L}][\p{L}\p{N}._'-]*$/u.test(key) || key.length > 24) continue
  const bucket = Math.round(2 * Math.log2(2 * n))
  buckets.set(bucket, [...(buckets.get(bucket) ?? []), key])
}
const words = Object.fromEntries(
  [...buckets].sort(([a], [b]) => a - b).map(([bucket, keys]) => [bucket, keys.join(' ')]),
)
writeFileSync(
  target,
  `${JSON.stringify({ sentences, buckets: Math.round(2 * Math.log2(2 * sentences)), words }, null, 1)}\n`,
)
console.log(`${sentences} sentences, ${[...buckets.values()].flat().length} stems`)
