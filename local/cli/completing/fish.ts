import type { Shape } from './shape.ts'

/** Completions for fish: \`claimwire completions fish > ~/.config/fish/completions/claimwire.fish\`. */
export const fish = (shapes: readonly Shape[]): string => `# claimwire completions fish
complete -c claimwire -f
${shapes.flatMap(lines).join('\n')}
`

function lines({ name, about, flags, words, files }: Shape): string[] {
  const within = `complete -c claimwire -n ${quoted(`__fish_seen_subcommand_from ${name}`)}`
  return [
    `complete -c claimwire -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`,
    ...(words.length > 0 ? [`${within} -a ${quoted(words.join(' '))}`] : []),
    ...(files ? [`${within} -F`] : []),
    ...flags.map(([flag, { about, value, oneOf = [] }]) => {
      const given = !value
        ? ''
        : value === 'DIR'
          ? ' -r -F'
          : oneOf.length > 0
            ? ` -x -a ${quoted(oneOf.join(' '))}`
            : ' -x'
      return `${within} -l ${flag}${given} -d ${quoted(about)}`
    }),
  ]
}

/** Fish has its own way in single quotes: a backslash before a quote or a backslash. */
const quoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`
