/** What can be measured; each prints its table and leaves a non-zero exit code where a budget is broken. */
const BENCHES = {
  speed: () => import('./speed.ts'),
  accuracy: () => import('./accuracy.ts'),
  recall: () => import('./recall.ts'),
  cost: () => import('./cost.ts'),
  reads: () => import('./reads.ts'),
  dollars: () => import('./dollars.ts'),
  bundles: () => import('./bundles.ts'),
  latency: () => import('./latency.ts'),
  fuzz: () => import('./fuzz.ts'),
} as const
type Name = keyof typeof BENCHES

const [name, ...args] = process.argv.slice(2)
// The fuzz takes ten minutes, and is asked for by name.
const usual = (Object.keys(BENCHES) as Name[]).filter(each => each !== 'fuzz')
const names = name === undefined ? usual : [name as Name]
for (const each of names) {
  const load = BENCHES[each]
  if (!load) {
    console.error(`There is no bench '${each}'. There are: ${Object.keys(BENCHES).join(', ')}`)
    process.exit(2)
  }
  console.log(`\n# ${each}`)
  const { run } = await load()
  if (!(await run(args))) process.exitCode = 1
}
