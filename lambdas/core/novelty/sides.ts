import sides from './lexicon/sides.json' with { type: 'json' }

/** Name or demonym → side: "armenian" → "armenia". */
export const SIDES = new Map<string, string>()
/** Capital → the side whose government it stands for. */
export const CAPITALS = new Map<string, string>()
/** First words of names of two words. */
export const LEADING = new Set<string>()

for (const [side, { capitals, names }] of Object.entries(
  sides as Record<string, { capitals: string[]; names: string[] }>,
)) {
  for (const name of [side.replaceAll('_', ' '), ...names]) SIDES.set(name, side)
  for (const capital of capitals) CAPITALS.set(capital, side)
}
for (const name of [...SIDES.keys(), ...CAPITALS.keys()]) if (name.includes(' ')) LEADING.add(name.split(' ')[0]!)

export const bare = (text: string) => text.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '').replace(/\.$/, '')

/** The side that a name stands for: "Armenian" and "Yerevan" → "armenia". Null for any other name. */
export function sideOf(name: string): string | null {
  const key = bare(name)
  return SIDES.get(key) ?? CAPITALS.get(key) ?? null
}
