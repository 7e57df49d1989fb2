import { nearest } from '../args/nearest.ts'
import { command } from '../command.ts'
import { bash } from '../completing/bash.ts'
import { fish } from '../completing/fish.ts'
import { shapeOf } from '../completing/shape.ts'
import { zsh } from '../completing/zsh.ts'
import { exit, UsageError } from '../exit.ts'
import { write } from '../io.ts'

const SHELLS = { bash, zsh, fish }
const NAMES = Object.keys(SHELLS)

export default command({
  usage: ['completions bash|zsh|fish'],
  about:
    'Prints what the shell needs to complete commands, flags and values. The shell finds it under the name claimwire.',
  flags: {},
  operands: [1, 1],
  words: NAMES,
  examples: [
    'source <(claimwire completions bash)',
    'claimwire completions zsh > ~/.zfunc/_claimwire',
    'claimwire completions fish > ~/.config/fish/completions/claimwire.fish',
  ],
  async run({ operands: [shell = ''] }, io) {
    if (!isShell(shell)) {
      const meant = nearest(shell, NAMES)
      const hint = meant ? ` Did you mean ${meant}?` : ''
      throw new UsageError(`there are completions for ${NAMES.join(', ')}, not for '${shell}'.${hint}`)
    }
    const { commands } = await import('../commands.ts')
    const all = [...commands].map(async ([name, { about, load }]) => shapeOf(name, about, await load()))
    await write(io.stdout, SHELLS[shell](await Promise.all(all)))
    return exit.ok
  },
})

const isShell = (name: string): name is keyof typeof SHELLS => Object.hasOwn(SHELLS, name)
