import { parseFlags } from './args/flags.ts'
import { nearest } from './args/nearest.ts'
import { type Command, commonFlags } from './command.ts'
import { commands } from './commands.ts'
import { CliError, type ExitCode, exit, UsageError } from './exit.ts'
import { visibleLines } from './format/plain.ts'
import { commandHelp, overview } from './help.ts'
import { type Io, write } from './io.ts'
import { version } from './version.ts'

/** Runs one command line and gives the exit code. Foreseen failures are told on standard error; others are thrown. */
export async function main(args: string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(args, io)
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    await write(io.stderr, `claimwire: ${visibleLines(error.message)}\n`)
    return error.code
  }
}

async function dispatch([name, ...args]: string[], io: Io): Promise<ExitCode> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return help(args[0], io)
  if (name === '--version') return print(`${version}\n`, io)
  const command = await load(name)
  if (args.includes('-h') || args.includes('--help')) return help(name, io)
  const parsed = parseFlags(name, args, { ...command.flags, ...commonFlags })
  checkOperands(name, command, parsed.operands)
  return command.run(parsed, io)
}

async function load(name: string): Promise<Command> {
  const entry = commands.get(name)
  if (entry) return entry.load()
  const meant = nearest(name, commands.keys())
  const hint = meant ? `Did you mean: claimwire ${meant}` : 'To see the commands: claimwire --help'
  throw new UsageError(`there is no command '${name}'. ${hint}`)
}

function checkOperands(name: string, { operands: [least, most], usage }: Command, given: string[]): void {
  const wanted = `Usage: claimwire ${usage.join(`\n       claimwire `)}`
  if (given.length < least) throw new UsageError(`${name} needs more. ${wanted}`)
  if (given.length > most) throw new UsageError(`${name} can't use '${given[most]}'. ${wanted}`)
}

async function help(name: string | undefined, io: Io): Promise<ExitCode> {
  return print(name === undefined ? overview() : commandHelp(await load(name)), io)
}

async function print(text: string, io: Io): Promise<ExitCode> {
  await write(io.stdout, text)
  return exit.ok
}
