import type { Flags, Values } from '../args/flags.ts'
import { type Command, command } from '../command.ts'
import { UsageError } from '../exit.ts'
import type { Screen } from '../format/style.ts'
import { connect } from '../http/client.ts'
import { listFlags, readTimes, readWalk } from './list-flags.ts'
import { printCsv, printList, printStream, rowsOf } from './print.ts'
import { collect, itemPages, pages } from './walk.ts'

interface ListDefinition<F extends Flags, Item> {
  name: string
  /** The command that shows one of them: `claim`. */
  one?: string
  about: string
  path: string
  /** Each goes to the API as the parameter of the same name, unless `query` says otherwise. */
  filters: F
  query?: (flags: Values<F>) => Record<string, string | undefined>
  examples: string[]
  /** The items as a person reads them. */
  show: (items: Item[], screen: Screen, flags: Values<F>) => string
}

const flagsOfLists = {
  ...listFlags,
  csv: { about: 'CSV for a spreadsheet' },
} as const satisfies Flags

/** A command that asks the API for a list and prints it as a table, as JSON `{ items, next? }`, or as CSV. */
export function listCommand<const F extends Flags, Item>(list: ListDefinition<F, Item>): Command {
  const { name, one, about, path, filters, examples, show, query: queryOf } = list
  return command<Flags>({
    usage: [`${name} [FLAGS]`],
    about: one ? `${about}\nTo see one of them: claimwire ${one} ID` : about,
    flags: { ...filters, ...flagsOfLists },
    operands: [0, one ? 1 : 0],
    examples,
    async run({ flags: given, operands: [id] }, io) {
      if (id !== undefined) throw new UsageError(`${name} lists them. To see one, type: claimwire ${one} ${id}`)
      const flags = given as Values<typeof flagsOfLists & Record<string, { value: string; about: string }>>
      if (flags.csv && flags.json) throw new UsageError('--csv and --json are two forms: give one of them.')
      const chosen = Object.fromEntries(Object.keys(filters).map(filter => [filter, flags[filter]]))
      const query = { ...(queryOf ? queryOf(given as Values<F>) : chosen), ...readTimes(flags, io.now()) }
      const walk = readWalk(flags)
      const client = connect(io, flags)
      const asJson = flags.json === true
      const shown = (items: Item[], screen: Screen) => show(items, screen, given as Values<F>)
      if (flags.csv)
        return printCsv(
          pages(page => client.csv(path, { ...query, ...page }), rowsOf, walk),
          io,
        )
      if (flags.all) return printStream(name, itemPages<Item>(client, path, query, walk), asJson, io, shown)
      return printList(name, await collect<Item>(client, path, query, walk), asJson, io, shown)
    },
  })
}
