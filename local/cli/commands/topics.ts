import { decode } from '../../../lambdas/core/article/decode.ts'
import { nearest } from '../args/nearest.ts'
import { command } from '../command.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { plain } from '../format/plain.ts'
import { type Io, write } from '../io.ts'
import { readBytes } from '../reading/bytes.ts'
import { told } from '../reading/told.ts'

export default command({
  usage: ['topics check FILE…'],
  about: `Checks files that each hold a topic of your own: its form, its phrases, and that its examples come out as they say.
What is wrong is told with the line and the reason.`,
  flags: {},
  operands: [1, Number.POSITIVE_INFINITY],
  examples: ['npx claimwire topics check my-topic.json'],
  async run({ operands: [verb = '', ...files] }, io) {
    if (verb !== 'check') {
      const hint = nearest(verb, ['check']) ? ' Did you mean check?' : ''
      throw new UsageError(`topics can't '${verb}'.${hint} Type: claimwire topics check FILE`)
    }
    if (files.length === 0) throw new UsageError('topics check needs a FILE: claimwire topics check my-topic.json')
    let code: ExitCode = exit.ok
    for (const file of files) if (!(await check(file, io))) code = exit.failed
    return code
  },
})

async function check(file: string, io: Io): Promise<boolean> {
  const problems = await problemsOf(file, io)
  for (const problem of problems) await write(io.stderr, `claimwire: ${file}${plain(problem)}\n`)
  return problems.length === 0
}

async function problemsOf(file: string, io: Io): Promise<string[]> {
  try {
    const { checkTopic } = await import('../../../lambdas/core/extract/topics/check-topic.ts')
    const checked = checkTopic(decode(await readBytes(file, io)))
    if ('problems' in checked) return checked.problems.map(({ line, reason }) => `:${line}: ${reason}`)
    const { name, title, examples } = checked.topic
    const count = examples.matches.length + examples.ignores.length
    await write(
      io.stdout,
      `${file}: topic ${name} (${plain(title)}) is good; ${count} examples come out as they say.\n`,
    )
    return []
  } catch (error) {
    return [`: ${told(error)}`]
  }
}
