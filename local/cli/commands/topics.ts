import { nearest } from '../args/nearest.ts'
import { command } from '../command.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { day } from '../format/date.ts'
import { json as toJson } from '../format/json.ts'
import { screenOf } from '../format/style.ts'
import { table } from '../format/table.ts'
import { apiFlags } from '../http/api-flags.ts'
import { type Client, connect } from '../http/client.ts'
import { type Io, write } from '../io.ts'
import { add } from '../topics/add.ts'
import { eachFile } from '../topics/files.ts'

const VERBS = ['list', 'check', 'add', 'remove']

export default command({
  usage: ['topics list', 'topics check FILE…', 'topics add FILE…', 'topics remove NAME…'],
  about: `Lists the watched topics; checks, adds and removes your own.
A file holds one topic. It is checked in its form, its phrases, and that its examples come out as they say;
what is wrong is told with the line and the reason. What was judged under a topic stays when it is removed.`,
  flags: apiFlags,
  operands: [1, Number.POSITIVE_INFINITY],
  words: VERBS,
  examples: [
    'npx claimwire topics check my-topic.json',
    'npx claimwire topics add my-topic.json',
    'npx claimwire topics remove my-topic',
  ],
  async run({ flags, operands: [verb = '', ...given] }, io) {
    const { json = false } = flags
    if (!VERBS.includes(verb)) throw unknown(verb)
    if (verb === 'list') return list(connect(io, flags), json, io)
    if (given.length === 0) {
      const what =
        verb === 'remove' ? 'NAME: claimwire topics remove floods' : `FILE: claimwire topics ${verb} floods.json`
      throw new UsageError(`topics ${verb} needs a ${what}`)
    }
    if (verb === 'remove') return remove(connect(io, flags), given, json, io)
    if (verb === 'add') {
      const client = connect(io, flags)
      return eachFile(given, io, file => add(client, file, json, io))
    }
    // It takes the language parser, which is slow to load.
    const { check } = await import('../topics/check.ts')
    return eachFile(given, io, file => check(file, io))
  },
})

function unknown(verb: string): UsageError {
  const meant = nearest(verb, VERBS)
  const hint = meant ? ` Did you mean ${meant}?` : ''
  return new UsageError(`topics can't '${verb}'.${hint} Type: claimwire topics ${meant ?? 'list'}`)
}

interface ListedTopic {
  name: string
  title: string
  since: string | null
}

async function list(client: Client, json: boolean, io: Io): Promise<ExitCode> {
  const listed = (await client.get('/v1/topics')) as { items: ListedTopic[] }
  if (json) await write(io.stdout, `${toJson(listed, 2)}\n`)
  else
    await write(
      io.stdout,
      table<ListedTopic>(
        [
          { title: 'Topic', cell: ({ name }) => name, whole: true },
          { title: 'Title', cell: ({ title }) => title, grows: true },
          { title: 'Added', cell: ({ since }) => (since ? day(since) : 'comes with Claimwire'), whole: true },
        ],
        listed.items,
        screenOf(io),
      ),
    )
  return exit.ok
}

async function remove(client: Client, names: readonly string[], json: boolean, io: Io): Promise<ExitCode> {
  for (const name of names) {
    await client.delete(`/v1/topics/${encodeURIComponent(name)}`)
    const told = `Topic ${name} is removed. What was judged under it stays: claimwire claims --topic ${name}`
    await write(io.stdout, `${json ? JSON.stringify({ name, did: 'removed' }) : told}\n`)
  }
  return exit.ok
}
