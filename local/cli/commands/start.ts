import { command } from '../command.ts'
import { exit } from '../exit.ts'

type Start = (args: string[]) => Promise<void>

export default command({
  usage: ['start [--once] [FILE…]'],
  about: `Runs all of Claimwire on this machine: the functions as they are deployed, and local engines in place of AWS.
Uploads the fixtures, or FILE… in place of them, prints each alert, and keeps serving the API.`,
  flags: { once: { about: 'end when all is quiet' } },
  operands: [0, Number.POSITIVE_INFINITY],
  readsFlags: true,
  examples: ['npm start', 'npm start -- --once article.txt'],
  async run({ operands }) {
    const { start } = (await import(new URL('../../start.ts', import.meta.url).href)) as { start: Start }
    await start(operands)
    return exit.ok
  },
})
