import type { Proposition } from './types.ts'

/** Two named speakers who can't be one: of two sides, or of one kind with no name in common. */
export function differentSpeaker(was: Proposition, is: Proposition): readonly [string, string] | null {
  if (was.speaker === null || is.speaker === null || was.speaker === is.speaker) return null
  if (was.side !== null && is.side !== null) return was.side === is.side ? null : [was.speaker, is.speaker]
  if (was.speakerKind !== 'named' || is.speakerKind !== 'named') return null
  const words = new Set(was.speaker.split(/\s+/))
  return is.speaker.split(/\s+/).some(word => words.has(word)) ? null : [was.speaker, is.speaker]
}

/** Whether a figure of one is a later figure of the other's series: one speaker, one side, or nobody named. */
export const sameSource = (was: Proposition, is: Proposition): boolean =>
  was.speaker === is.speaker ||
  (was.side !== null && was.side === is.side) ||
  was.speaker === null ||
  is.speaker === null
