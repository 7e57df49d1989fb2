import type { Examples, Operation } from './operation.ts'

/** The examples of an operation as commands that can be run. Examples that share a name are one request. */
export function examplesOf(
  method: string,
  path: string,
  { parameters }: Operation,
  bodies: [string, { examples?: Examples }][],
  server: string,
): string[] {
  const all = [...parameters.map(({ examples = {} }) => examples), ...bodies.map(([, { examples = {} }]) => examples)]
  const names = new Map(all.flatMap(examples => Object.entries(examples).map(([name, { summary }]) => [name, summary])))
  return [...names].map(([name, summary]) => {
    let target = path
    const query = new URLSearchParams()
    for (const { name: parameter, in: where, examples } of parameters) {
      const value = examples?.[name]?.value
      if (value === undefined) continue
      if (where === 'query') query.set(parameter, String(value))
      else target = target.replace(`{${parameter}}`, encodeURIComponent(String(value)))
    }
    const [type, body] = bodies.find(([, { examples }]) => examples?.[name]) ?? []
    const value = body?.examples?.[name]?.value
    const parts = [
      'curl',
      ...(method === 'GET' || (method === 'POST' && type) ? [] : [`-X ${method}`]),
      ...(type
        ? [`-H 'content-type: ${type}'`, `-d ${quoted(typeof value === 'string' ? value : JSON.stringify(value))}`]
        : []),
      quoted(`${server}${target}${query.size > 0 ? `?${query}` : ''}`),
    ]
    return `${capital(summary)}:\n\n\`\`\`\n${parts.join(' ')}\n\`\`\``
  })
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
