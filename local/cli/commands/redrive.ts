import { command } from '../command.ts'
import { CliError, exit, UsageError } from '../exit.ts'
import { write } from '../io.ts'
import { WORK, type Work } from '../operating/queues.ts'
import { redrive } from '../operating/redrive.ts'
import { onStack, stackFlags } from '../operating/stack.ts'

export default command({
  usage: ['redrive [articles] [claims]'],
  about: `Sends what failed five times back to its queue, to be tried anew: uploads that could not be stored (articles), and
claims that could not be judged or told (claims). Without either, both. Mend the cause first; trying twice does no harm.`,
  flags: { ...stackFlags, json: { about: 'JSON for machines' } },
  operands: [0, WORK.length],
  words: WORK,
  examples: ['npx claimwire redrive', 'npx claimwire redrive claims --stack Claimwire-prod'],
  async run({ flags, operands }, io) {
    const wanted = operands.length > 0 ? operands.map(workOf) : [...WORK]
    await onStack(flags, async ({ sqs, queues }) => {
      for (const work of wanted) {
        const { queue, deadLetters } = queues[work]
        if (!queue || !deadLetters) throw new CliError(`the stack has no dead letters of ${work}`)
        const sent = await redrive(sqs, deadLetters, queue, io.now())
        const told = sent === 0 ? `No dead letters of ${work}.` : `${sent} dead letters of ${work} sent back.`
        await write(io.stdout, `${flags.json ? JSON.stringify({ queue: work, sent }) : told}\n`)
      }
    })
    return exit.ok
  },
})

function workOf(given: string): Work {
  const work = WORK.find(known => known === given)
  if (work) return work
  if (given === 'alerts') {
    throw new UsageError(
      `alerts that SNS could not deliver are not sent again: each was for one subscriber, and the topic would tell all. They are kept: claimwire alerts`,
    )
  }
  throw new UsageError(`there are no dead letters of '${given}'. Type one of: ${WORK.join(', ')}`)
}
