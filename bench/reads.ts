import { readUnits } from './reading.ts'
import { printTable } from './table.ts'

const STORED = [1_000, 10_000]

/** Read units of each route, with so many articles stored: they must not grow. */
export async function run(args: string[]): Promise<boolean> {
  const sizes = args.length > 0 ? args.map(Number) : STORED
  const readings = await readUnits(...sizes)
  const rows = [...readings[0]!.keys()].map(path => ({ path, units: readings.map(reading => reading.get(path)!) }))
  printTable(
    ['read units of GET', ...sizes.map(size => `${size.toLocaleString('en-US')} articles`)],
    rows.map(({ path, units }) => [path, ...units]),
  )
  return rows.every(({ units }) => units.every(unit => unit === units[0]))
}
