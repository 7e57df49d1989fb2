/** One place of a pattern, as compromise holds it. */
export interface Reg {
  word?: string
  tag?: string
  switch?: string
  machine?: string
  fastOr?: Set<string>
  use?: string
  fuzzy?: boolean
  optional?: boolean
  negative?: boolean
  greedy?: boolean
  anything?: boolean
}

const MOST_CHOICES = 12

/**
 * The words and tags of each two neighbouring places of a pattern that one term each must fill: without such two side by side a
 * clause can't match. Only places that are simple enough to be sure of.
 */
export function neighbours(regs: readonly Reg[]): [string[], string[]][] {
  const choices = regs.map(choicesOf)
  const found: [string[], string[]][] = []
  for (let i = 1; i < choices.length; i++) {
    const [left, right] = [choices[i - 1], choices[i]]
    if (left && right) found.push([left, right])
  }
  return found
}

function choicesOf({ word, tag, switch: either, machine, fastOr, ...reg }: Reg): string[] | undefined {
  if (reg.optional || reg.negative || reg.greedy || reg.anything || reg.use || reg.fuzzy) return undefined
  if (word !== undefined) return [word]
  if (tag !== undefined) return [`#${tag}`]
  if (either !== undefined) return [`%${either}%`]
  if (machine !== undefined) return [machine]
  return fastOr && fastOr.size <= MOST_CHOICES ? [...fastOr] : undefined
}
