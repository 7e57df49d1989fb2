import type { Flag } from '../args/flags.ts'
import { type Command, commonFlags } from '../command.ts'

/** What can stand after `claimwire`, as the shells are told it. */
export interface Shape {
  name: string
  about: string
  flags: [name: string, flag: Flag][]
  /** What its first operand may be, where that is one of a few. */
  words: readonly string[]
  /** Whether operands are files. */
  files: boolean
}

export const shapeOf = (name: string, about: string, { flags, usage, words = [] }: Command): Shape => ({
  name,
  about,
  flags: Object.entries({ ...flags, ...commonFlags }),
  words,
  files: usage.some(form => /FILE|DIR/.test(form)),
})

/** Within single quotes of bash and zsh. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
