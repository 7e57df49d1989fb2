import type { Flags } from './args/flags.ts'
import { type Command, commonFlags } from './command.ts'
import { commands } from './commands.ts'
import { wrap } from './format/width.ts'

const WIDTH = 100

export function overview(): string {
  return `Claimwire reads news articles and alerts people when something new is claimed.

Usage: claimwire COMMAND [FLAGS]

Commands:
${columns([...commands].map(([name, { about }]) => [name, about]))}

To see a command's flags and examples: claimwire COMMAND --help
The version: claimwire --version

Exit codes:
  0  all is done                     1  some of it failed               2  the command line is wrong
  3  the API can't be reached        4  the API doesn't let you in
`
}

export function commandHelp(command: Command): string {
  return `Usage: ${command.usage.map(form => `claimwire ${form}`).join('\n       ')}

${command.about}

Flags:
${flagLines({ ...command.flags, ...commonFlags })}

Examples:
${command.examples.map(example => `  ${example}`).join('\n')}

Exit codes: 0 done, 1 some of it failed, 2 wrong command line, 3 API not reached, 4 not let in.
`
}

function flagLines(flags: Flags): string {
  return columns(
    Object.entries(flags).map(([name, { value, about, oneOf }]) => [
      `--${name}${value ? ` ${value}` : ''}`,
      oneOf ? `${about}: ${oneOf.join(', ')}` : about,
    ]),
  )
}

function columns(rows: [string, string][]): string {
  const left = Math.max(...rows.map(([name]) => name.length))
  const lines = rows.flatMap(([name, about]) =>
    wrap(about, WIDTH - left - 4).map((line, i) => `  ${(i === 0 ? name : '').padEnd(left)}  ${line}`),
  )
  return lines.join('\n')
}
