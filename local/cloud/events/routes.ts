export interface Route<Target> {
  /** As in the template: `GET /v1/articles/{id}`, `ANY /v1/{proxy+}`, `$default`. */
  key: string
  target: Target
}

export interface Match<Target> {
  route: Route<Target>
  parameters: Record<string, string>
}

/** Picks as HTTP APIs do: a full match before a greedy one before `$default`; the most literal path, and a method before ANY. */
export function findRoute<Target>(routes: Route<Target>[], method: string, path: string): Match<Target> | undefined {
  const segments = path.split('/').slice(1)
  let best: { match: Match<Target>; rank: string } | undefined
  for (const route of routes) {
    const found = matchRoute(route.key, method, segments)
    if (found && (!best || found.rank > best.rank))
      best = { match: { route, parameters: found.parameters }, rank: found.rank }
  }
  return best?.match
}

/** The rank compares as text: per segment literal 3, variable 2, greedy 1; then the method. */
function matchRoute(
  key: string,
  method: string,
  segments: string[],
): { parameters: Record<string, string>; rank: string } | undefined {
  if (key === '$default') return { parameters: {}, rank: '' }
  const [wantedMethod, wantedPath = ''] = key.split(' ')
  if (wantedMethod !== 'ANY' && wantedMethod !== method) return undefined
  const wanted = wantedPath.split('/').slice(1)
  const parameters: Record<string, string> = {}
  let rank = ''
  for (const [index, part] of wanted.entries()) {
    const segment = segments[index]
    if (segment === undefined || (segment === '' && part !== '')) return undefined
    const variable = /^\{(.+?)(\+?)\}$/.exec(part)
    if (!variable) {
      if (part !== segment) return undefined
      rank += '3'
    } else if (variable[2]) {
      parameters[variable[1]!] = segments.slice(index).map(decode).join('/')
      return { parameters, rank: `${rank}1${wantedMethod === 'ANY' ? 0 : 1}` }
    } else {
      parameters[variable[1]!] = decode(segment)
      rank += '2'
    }
  }
  if (segments.length > wanted.length) return undefined
  return { parameters, rank: `${rank}9${wantedMethod === 'ANY' ? 0 : 1}` }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
