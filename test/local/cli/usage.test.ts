import { describe, expect, it } from 'vitest'
import { commands } from '../../../local/cli/commands.ts'
import { runCli } from './run-cli.ts'

describe('a command line that is wrong ends with 2 and says what to type', () => {
  it.each([
    ['an unknown command that is near a known one', ['extarct'], 'Did you mean: claimwire extract'],
    ['the beginning of a command', ['ent'], 'Did you mean: claimwire entities'],
    ['an unknown command that is near none', ['frobnicate'], 'To see the commands: claimwire --help'],
    ['an unknown flag that is near a known one', ['claims', '--topc', 'talks'], 'Did you mean --topic?'],
    ['an unknown flag that is near none', ['claims', '--zzzzz'], 'To see its flags: claimwire claims --help'],
    ['an unknown short flag', ['claims', '-x'], 'claims has no flag -x'],
    ['a flag named as a property of every object', ['claims', '--constructor'], 'no flag --constructor'],
    ['a flag without its value', ['claims', '--topic'], '--topic needs a value: --topic NAME'],
    ['a flag whose value is the next flag', ['claims', '--topic', '--json'], '--topic=--json'],
    ['a value for a flag that takes none', ['claims', '--json=yes'], '--json takes no value'],
    ['a flag that is given twice', ['claims', '--q', 'a', '--q', 'b'], '--q is given twice'],
    ['a value that is none of the few', ['claims', '--verdict', 'updat'], 'Did you mean update?'],
    [
      'a limit that is no number',
      ['claims', '--limit', 'many'],
      "--limit takes a whole number from 1 to 10000; got 'many'",
    ],
    ['a limit of nothing', ['claims', '--limit', '0'], '--limit takes'],
    ['a date that is none', ['claims', '--since', 'last week'], '2023-09-22'],
    ['an address that is none', ['claims', '--api', 'localhost'], 'http://127.0.0.1:8787'],
    ['an operand where none is taken', ['judge', 'talks'], "judge can't use 'talks'"],
    ['an id where many are listed', ['claims', 'c_1'], 'To see one, type: claimwire claim c_1'],
    ['two forms at once', ['alerts', '--csv', '--json'], 'give one of them'],
    ['all and a limit', ['alerts', '--all', '--limit', '3'], 'not both'],
    ['a chart as a table', ['figures', '--chart', '--csv'], 'give --csv alone'],
    ['no id to show', ['alert'], 'Usage: claimwire alert ID'],
    ['no file to extract', ['extract'], 'extract needs a FILE'],
    ['a file and lines at once', ['extract', '--ndjson', 'a.txt'], 'not both'],
    ['lines to be explained', ['extract', '--ndjson', '--explain'], '--explain is for reading a FILE'],
    ['a port that is none', ['start', '--port', 'http'], '--port takes a number'],
    ['nothing to ingest', ['ingest'], 'claimwire ingest FILE'],
    ['judge without --ndjson', ['judge'], 'claimwire judge --ndjson < PAIRS'],
    ['replay without --ndjson', ['replay'], 'claimwire replay --ndjson < ARTICLES'],
    ['an unknown verb of topics', ['topics', 'chekc', 'a.json'], 'Did you mean check?'],
    ['no topic file', ['topics', 'check'], 'topics check needs a FILE'],
    ['no topic to remove', ['topics', 'remove'], 'topics remove needs a NAME'],
    ['nobody to subscribe', ['subscribe'], 'claimwire subscribe you@example.org'],
    ['an address of no kind', ['subscribe', 'me'], "'me' is no address for alerts"],
    ['nobody to ask', ['subscribe', 'you@example.org'], 'without being asked: --yes'],
    ['nothing to change', ['subscribe', '--change', 'x'], 'needs what to change'],
    ['another address', ['subscribe', 'a@b.org', '--change', 'x'], 'make another'],
    ['every alert and a filter', ['subscribe', '--change', 'x', '--all', '--q', 'a'], '--all is no filter'],
    ['every alert of nobody', ['subscribe', 'a@b.org', '--all'], '--all goes with --change'],
    ['no note of nobody', ['subscribe', 'a@b.org', '--no-note'], '--no-note goes with --change'],
    ['a note and none', ['subscribe', '--change', 'x', '--note', 'a', '--no-note'], 'go apart'],
    ['nothing to end', ['unsubscribe'], 'claimwire unsubscribe ID'],
    ['watching too often', ['watch', '--every', '0'], '--every takes seconds'],
    ['a verdict of a list', ['subscribe', 'a@b.org', '--verdict', 'new,updat', '--yes'], 'Did you mean update?'],
    ['a shell that is not known', ['completions', 'bsh'], 'Did you mean bash?'],
    ['a number that is none', ['ingest', '--parallel', 'many', '.'], '--parallel takes a whole number from 1 to 64'],
    ['help on an unknown command', ['help', 'clams'], 'Did you mean: claimwire claims'],
  ])('%s', async (_, args, said) => {
    const { code, stdout, stderr } = await runCli(args)
    expect(stderr).toContain(said)
    expect(code).toBe(2)
    expect(stdout).toBe('')
  })
})

describe('help', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('lists every command and exit code for %j', async args => {
    const { code, stdout } = await runCli(args)
    expect(code).toBe(0)
    for (const name of commands.keys()) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
    expect(stdout).toMatch(/0 .*1 .*2 .*\n.*3 .*4 /)
  })

  it.each([...commands.keys()])('of %s shows its usage, its flags and an example', async name => {
    const { code, stdout } = await runCli([name, '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain(`Usage: claimwire ${name}`)
    expect(stdout).toMatch(/Examples:\n.*claimwire|npm start/)
    expect(stdout.split('\n').filter(line => line.length > 125)).toEqual([])
    expect((await runCli(['help', name])).stdout).toBe(stdout)
  })

  it('tells the version', async () => {
    expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
