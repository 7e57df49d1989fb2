import { parseArgs } from 'node:util'
import { UsageError } from '../exit.ts'
import { nearest } from './nearest.ts'

export interface Flag {
  about: string
  /** What stands after the flag, as help shows it: `NAME`. A flag without one is true or absent. */
  value?: string
  /** The only values that it takes. */
  oneOf?: readonly string[]
}
export type Flags = Record<string, Flag>
export type Values<F extends Flags> = { [K in keyof F]?: F[K] extends { value: string } ? string : boolean }
export interface Parsed<F extends Flags> {
  flags: Values<F>
  operands: string[]
}

/** Reads what stands after the command's name. Throws a UsageError that names what was wrong and what to type. */
export function parseFlags<F extends Flags>(command: string, args: string[], known: F): Parsed<F> {
  const options = Object.fromEntries(
    Object.entries(known).map(([name, flag]) => [
      name,
      { type: flag.value ? ('string' as const) : ('boolean' as const) },
    ]),
  )
  const { tokens, positionals } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true })
  const flags: Record<string, string | boolean> = {}
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const flag = Object.hasOwn(known, token.name) ? known[token.name] : undefined
    if (!flag) throw unknownFlag(command, token.rawName, Object.keys(known))
    if (Object.hasOwn(flags, token.name)) throw new UsageError(`${token.rawName} is given twice. Give it once.`)
    flags[token.name] = flag.value ? givenValue(flag, token) : givenNone(token)
  }
  return { flags: flags as Values<F>, operands: positionals }
}

interface OptionToken {
  rawName: string
  value?: string | undefined
  inlineValue?: boolean | undefined
}

function givenValue(flag: Flag, { rawName, value, inlineValue }: OptionToken): string {
  if (!value) throw new UsageError(`${rawName} needs a value: ${rawName} ${flag.value}`)
  if (!inlineValue && /^-./.test(value))
    throw new UsageError(`${rawName} needs a value, but ${value} follows. If that is the value: ${rawName}=${value}`)
  if (flag.oneOf && !flag.oneOf.includes(value)) {
    const meant = nearest(value, flag.oneOf)
    const hint = meant ? ` Did you mean ${meant}?` : ''
    throw new UsageError(`${rawName} takes ${flag.oneOf.join(', ')}; got '${value}'.${hint}`)
  }
  return value
}

function givenNone({ rawName, inlineValue }: OptionToken): true {
  if (inlineValue) throw new UsageError(`${rawName} takes no value.`)
  return true
}

function unknownFlag(command: string, typed: string, known: string[]): UsageError {
  const meant = nearest(typed.replace(/^-+/, ''), known)
  const hint = meant ? ` Did you mean --${meant}?` : ''
  return new UsageError(
    `claimwire ${command} has no flag ${typed}.${hint} To see its flags: claimwire ${command} --help`,
  )
}
