import type { Proposition } from './types.ts'

/** At most 4 index keys; claims that repeat, update or contradict one another nearly always share one. ASCII-safe, ≤ 64 characters. */
export function candidateKeys(proposition: Proposition): string[] {
  return proposition.words.split(' ').slice(0, 4)
}
