import type { Flags, Values } from '../args/flags.ts'
import { type Command, command } from '../command.ts'
import { type ExitCode, exit } from '../exit.ts'
import { type Screen, screenOf } from '../format/style.ts'
import { connect } from '../http/client.ts'
import { type Io, write } from '../io.ts'
import { listFlags, readLimit, readListQuery } from './list-flags.ts'
import { collect, type Listed } from './walk.ts'

interface ListDefinition<F extends Flags, Item> {
  name: string
  about: string
  path: string
  /** Each goes to the API as the parameter of the same name. */
  filters: F
  examples: string[]
  /** The items as a person reads them. */
  show: (items: Item[], screen: Screen) => string
}

/** A command that asks the API for a list and prints it as a table, or as JSON `{ items, next? }`. */
export function listCommand<const F extends Flags, Item>(list: ListDefinition<F, Item>): Command {
  const { name, about, path, filters, examples, show } = list
  return command<Flags>({
    usage: [`${name} [FLAGS]`],
    about,
    flags: { ...filters, ...listFlags },
    operands: [0, 0],
    examples,
    async run(input, io) {
      const flags = input.flags as Values<typeof listFlags & Record<string, { value: string; about: string }>>
      const chosen = Object.fromEntries(Object.keys(filters).map(filter => [filter, flags[filter]]))
      const query = { ...chosen, ...readListQuery(flags, io.now()) }
      const listed = await collect<Item>(connect(io, flags), path, query, readLimit(flags.limit))
      return printList(name, listed, flags.json === true, io, show)
    },
  })
}

/** Prints a list for a person or a machine; where it goes on is told on standard error. */
export async function printList<Item>(
  name: string,
  listed: Listed<Item>,
  json: boolean,
  io: Io,
  show: (items: Item[], screen: Screen) => string,
): Promise<ExitCode> {
  const { items, next } = listed
  if (json) await write(io.stdout, `${JSON.stringify(listed, null, 2)}\n`)
  else await write(io.stdout, items.length > 0 ? show(items, screenOf(io)) : `No ${name} found.\n`)
  if (next && !json) await write(io.stderr, `There may be more: the same command with --cursor ${next}\n`)
  return exit.ok
}
