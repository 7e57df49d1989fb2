import { InUseError } from '../../cloud/template/local-cloud-error.ts'
import { command } from '../command.ts'
import { CliError, exit, UsageError } from '../exit.ts'

const PORT = '8787'
const DATA = '.claimwire'

export default command({
  usage: ['start [--once] [FILE|DIR…]'],
  about: `Runs all of Claimwire on this machine: the functions as they are deployed, and local engines in place of AWS.
Uploads the fixtures, or FILE… in place of them, prints each alert, and keeps serving the API.`,
  flags: {
    once: { about: 'end when all is quiet' },
    port: { value: 'N', about: `of the API (${PORT})` },
    data: { value: 'DIR', about: `where what was ingested is kept (${DATA})` },
  },
  operands: [0, Number.POSITIVE_INFINITY],
  examples: ['npm start', 'npm start -- --once article.txt'],
  async run({ flags, operands }, io) {
    // The SDK's advice to its developers would come between the alerts.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
    const { start } = await import('../../start.ts')
    const { once = false, port = PORT, data: dataDir = DATA } = flags
    try {
      return await start({ files: operands, once, port: portOf(port), dataDir }, io)
    } catch (error) {
      throw error instanceof InUseError ? new CliError(error.message, exit.failed, { cause: error }) : error
    }
  },
})

function portOf(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new UsageError(`--port takes a number from 0 to 65535, not '${text}'.`)
}
