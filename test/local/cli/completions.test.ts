import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../../local/cli/commands.ts'
import { runCli } from './run-cli.ts'

const script = async (shell: string) => (await runCli(['completions', shell])).stdout
let bash: string
beforeAll(async () => {
  bash = await script('bash')
})

/** What bash offers where the last of these words is being typed. */
function offered(...words: string[]): string[] {
  const typed = words.map(word => `'${word}'`).join(' ')
  const ask = `COMP_WORDS=(claimwire ${typed}); COMP_CWORD=${words.length}; compopt() { COMPREPLY+=("compopt $*"); }`
  const { stdout, stderr } = spawnSync('bash', ['-c', `${bash}\n${ask}; _claimwire; printf '%s\\n' "\${COMPREPLY[@]}"`])
  expect(stderr.toString()).toBe('')
  return stdout.toString().split('\n').filter(Boolean)
}

describe('completions', () => {
  it.each([
    ['every command', [''], [...commands.keys(), 'help']],
    ['the commands that begin so', ['cl'], ['claims', 'claim']],
    ['a command’s flags', ['claims', '--s'], ['--speaker', '--source', '--since']],
    ['a flag’s values', ['claims', '--verdict', ''], ['new', 'repeat', 'update', 'contradiction']],
    ['nothing for a value that may be any', ['claims', '--q', 'c'], []],
    ['what topics can do', ['topics', 'c'], ['check', 'compopt -o default']],
    ['files where files are taken', ['ingest', 'a'], ['compopt -o default']],
    ['folders where a folder is taken', ['start', '--data', ''], ['compopt -o dirnames']],
    ['no files where none are', ['alerts', 'a'], []],
    ['commands to be helped with', ['help', 'fig'], ['figures']],
  ])('of bash: %s', (_, words, wanted) => {
    expect(offered(...words)).toEqual(wanted)
  })

  it.each(['bash', 'zsh', 'fish'])('of %s name every command, flag and value of the command table', async shell => {
    const text = await script(shell)
    for (const [name, { load }] of commands) {
      expect(text).toContain(name)
      const { flags } = await load()
      for (const [flag, { oneOf = [] }] of Object.entries(flags)) {
        expect(text).toMatch(shell === 'fish' ? ` -l ${flag} ` : `--${flag}`)
        if (oneOf.length > 0) expect(text).toContain(oneOf.join(' '))
      }
    }
  })

  it('leave no quote open, whatever a flag is about', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const unquoted = (await script(shell)).replace(/\\'/g, '').replace(/'[^']*'/g, '')
      expect(unquoted).not.toContain("'")
    }
  })
})
