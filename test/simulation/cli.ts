import { parseArgs } from 'node:util'
import { Crew, toldOf } from './crew.ts'

/** `npm run simulate -- --seed 123`: one seed with all that happened. `-- --seeds 20000`: so many, and what broke. */
const { values } = parseArgs({ options: { seed: { type: 'string' }, seeds: { type: 'string', default: '1000' } } })
const from = Number(values.seed ?? 1)
const to = Number(values.seed ?? values.seeds)
const crew = await Crew.start(values.seed ? 1 : undefined)
const startedAt = performance.now()
const reports = await crew.run(from, to)
await crew.end()
const broken = reports.flatMap(report => report.broken)
if (values.seed) console.log(reports[0]!.trace.join('\n'))
for (const one of broken.slice(0, 20)) console.log(toldOf(one))
const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
const { user, system } = process.cpuUsage()
const busy = ((user + system) / 1e6).toFixed(0)
console.log(`${to - from + 1} seeds in ${seconds} s (${busy} s of processor time), ${broken.length} broken`)
process.exitCode = broken.length > 0 ? 1 : 0
