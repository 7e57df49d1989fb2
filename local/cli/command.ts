import type { Flags, Parsed } from './args/flags.ts'
import type { ExitCode } from './exit.ts'
import type { Io } from './io.ts'

export interface Command<F extends Flags = Flags> {
  /** What stands after `claimwire`: `extract FILE…`, one line per form. */
  usage: string[]
  about: string
  flags: F
  /** How many operands it takes. */
  operands: [least: number, most: number]
  /** What the first operand may be, where that is one of a few. */
  words?: readonly string[]
  examples: string[]
  run: (input: Parsed<F & typeof commonFlags>, io: Io) => Promise<ExitCode>
}

/** Flags that every command takes. */
export const commonFlags = { help: { about: 'this text' } } as const satisfies Flags

/** Keeps the types of the flags for `run`. */
export function command<const F extends Flags>(definition: Command<F>): Command<F> {
  return definition
}
