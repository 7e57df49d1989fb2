import { quoted, type Shape } from './shape.ts'

/** Completions for bash (Programmable Completion): `source <(claimwire completions bash)`. */
export const bash = (shapes: readonly Shape[]): string => `# claimwire completions bash
_claimwire() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words= files=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted([...shapes.map(({ name }) => name), 'help'].join(' '))} -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]} $prev" in
${shapes.flatMap(values).join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
${shapes.map(operands).join('\n')}
  help) words=${quoted(shapes.map(({ name }) => name).join(' '))} ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [ -n "$files" ] && [ "\${cur:0:1}" != - ]; then compopt -o default; fi
}
complete -F _claimwire claimwire
`

/** What may follow a flag that takes a value. */
function values({ name, flags }: Shape): string[] {
  const given = flags.filter(([, { value }]) => value)
  const key = (flag: string) => quoted(`${name} --${flag}`)
  const known = given.flatMap(([flag, { value, oneOf = [] }]) => {
    if (value === 'DIR') return [`  ${key(flag)}) compopt -o dirnames; return ;;`]
    return oneOf.length > 0
      ? [`  ${key(flag)}) COMPREPLY=($(compgen -W ${quoted(oneOf.join(' '))} -- "$cur")); return ;;`]
      : []
  })
  const others = given.map(([flag]) => key(flag))
  return others.length > 0 ? [...known, `  ${others.join('|')}) return ;;`] : known
}

function operands({ name, flags, words, files }: Shape): string {
  const own = quoted(flags.map(([flag]) => `--${flag}`).join(' '))
  const first = words.length > 0 ? ` [ "$COMP_CWORD" -eq 2 ] && words+=${quoted(` ${words.join(' ')}`)};` : ''
  return `  ${name}) words=${own};${first}${files ? ' files=1' : ''} ;;`
}
