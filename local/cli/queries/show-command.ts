import { type Command, command } from '../command.ts'
import type { Screen } from '../format/style.ts'
import { screenOf } from '../format/style.ts'
import { apiFlags } from '../http/api-flags.ts'
import { connect } from '../http/client.ts'
import { printOne } from './print.ts'

interface ShowDefinition<Item> {
  name: string
  about: string
  /** What stands before the id. */
  path: string
  examples: string[]
  /** The item as a person reads it. */
  show: (item: Item, screen: Screen) => string
}

/** A command that asks the API for one thing by its id and prints it as a page, or as JSON. */
export function showCommand<Item>({ name, about, path, examples, show }: ShowDefinition<Item>): Command {
  return command({
    usage: [`${name} ID`],
    about,
    flags: apiFlags,
    operands: [1, 1],
    examples,
    async run({ flags, operands: [id] }, io) {
      const item = (await connect(io, flags).get(`${path}/${encodeURIComponent(id!)}`)) as Item
      return printOne(item, flags.json, () => show(item, screenOf(io)), io)
    },
  }) as Command
}
