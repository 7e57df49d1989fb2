import { quoted, type Shape } from './shape.ts'

/** Completions for zsh (zshcompsys): in a file \`_claimwire\` on the fpath, or sourced. */
export const zsh = (shapes: readonly Shape[]): string => `#compdef claimwire
_claimwire() {
  local -a names
  names=(
${shapes.map(({ name, about }) => `    ${quoted(`${name}:${about.replaceAll(':', '\\:')}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command names
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${shapes.map(commandCase).join('\n')}
  help) _describe command names ;;
  esac
}
if [[ $funcstack[1] == _claimwire ]]; then _claimwire "$@"; else compdef _claimwire claimwire; fi
`

function commandCase({ name, flags, words, files }: Shape): string {
  const specs = flags.map(([flag, { about, value, oneOf = [] }]) => {
    const told = `[${about.replace(/[[\]:\\]/g, '\\$&')}]`
    const action = value === 'DIR' ? '_files -/' : oneOf.length > 0 ? `(${oneOf.join(' ')})` : ''
    return quoted(value ? `--${flag}=${told}:${value}:${action}` : `--${flag}${told}`)
  })
  const first = words.length > 0 ? [quoted(`1: :(${words.join(' ')})`)] : []
  const rest = files ? [quoted('*: :_files')] : []
  return `  ${name})
    _arguments ${[...specs, ...first, ...rest].join(' \\\n      ')} ;;`
}
