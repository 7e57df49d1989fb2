import type { Token } from './tokens.ts'

const BEFORE_A_PLACE = new Set([
  'in',
  'at',
  'near',
  'outside',
  'around',
  'across',
  'into',
  'toward',
  'towards',
  'inside',
])

/** The names that follow a preposition of place, each once: "in Stepanakert", "near the city of Goris". */
export function readPlaces(tokens: readonly Token[]): string[] {
  const found = new Set<string>()
  tokens.forEach((token, i) => {
    if (token.kind === 'function' && BEFORE_A_PLACE.has(token.key))
      for (const name of namesAfter(tokens, i + 1)) found.add(name)
  })
  return [...found].slice(0, 4)
}

function namesAfter(tokens: readonly Token[], from: number): string[] {
  const found: string[] = []
  for (let i = from; i < Math.min(tokens.length, from + 5); i++) {
    const token = tokens[i]!
    if (token.kind === 'name') found.push(token.key)
    else if (found.length > 0 || !(token.kind === 'word' || /^(?:the|of|its|a)$/.test(token.key))) break
  }
  return found
}
