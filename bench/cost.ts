import { measure } from './measure.ts'
import { longStory } from './story.ts'
import { printTable } from './table.ts'

const STORED = [1_000, 10_000]
const MOST_WRITES = 20
const MOST_READS_PER_ARTICLE = 6
const MOST_READS_PER_CLAIM = 8

/** Write and read units of the fixtures' story, per article of 4,000 characters and per judged claim, with so many claims in the store. */
export async function run(args: string[]): Promise<boolean> {
  const sizes = args.length > 0 ? args.map(Number) : STORED
  const rows = []
  for (const size of sizes) {
    const { units, judging, claims } = await measure(longStory(), size)
    const writes = units.ingest.writes + units.alert.writes
    const reads = units.ingest.reads + units.alert.reads - judging
    rows.push({ size, writes, reads, perClaim: judging / claims })
  }
  printTable(
    ['claims stored', 'write units per article', 'read units per article', 'read units per judged claim'],
    rows.map(({ size, writes, reads, perClaim }) => [size, writes.toFixed(2), reads.toFixed(2), perClaim.toFixed(2)]),
  )
  return rows.every(
    ({ writes, reads, perClaim }) =>
      writes <= MOST_WRITES && reads <= MOST_READS_PER_ARTICLE && perClaim <= MOST_READS_PER_CLAIM,
  )
}
