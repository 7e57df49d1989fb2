import type { Proposition } from './types.ts'

/** Two named speakers who can't be one: of two sides, or of one kind with no name in common. */
export function differentSpeaker(was: Proposition, is: Proposition): readonly [string, string] | null {
  if (was.speaker === null || is.speaker === null || was.speaker === is.speaker) return null
  if (was.side !== null && is.side !== null) return was.side === is.side ? null : [was.speaker, is.speaker]
  if (was.speakerKind !== 'named' || is.speakerKind !== 'named') return null
  const [one, other] = [telling(was.speaker), telling(is.speaker)]
  // "The organisation" may be any.
  const mayBeOne = one.length === 0 || other.length === 0 || other.some(word => one.includes(word))
  return mayBeOne ? null : [was.speaker, is.speaker]
}

/** Words that many speakers share. */
const GENERAL = new Set(
  'the a of for and ministry minister government official officials office spokesman spokeswoman spokesperson president prime chief head local authorities leader leaders leadership army police source sources organisation organization agency group'.split(
    ' ',
  ),
)
/** The words that tell one speaker from others: "the Tavelian Red Crescent" → tavelian, red, crescent. */
export const telling = (speaker: string): string[] =>
  speaker.split(/[^\p{L}\p{N}]+/u).flatMap(word => (word === '' || GENERAL.has(word) ? [] : [word.replace(/s$/, '')]))

/** One speaker, or two who speak for one: of one side, or with a name in common ("the separatists", "the separatist leadership"). */
export function sameSpeaker(was: Proposition, is: Proposition): boolean {
  if (was.speaker === null || is.speaker === null) return false
  if (was.speakerKind === 'anonymous' || is.speakerKind === 'anonymous') return false
  if (was.speaker === is.speaker) return true
  if (was.side !== null && is.side !== null) return was.side === is.side
  const words = telling(was.speaker)
  return telling(is.speaker).some(word => words.includes(word))
}

/** Whether a figure of one is a later figure of the other's series: one speaker, or nobody named. */
export const sameSource = (was: Proposition, is: Proposition): boolean =>
  was.speaker === null || is.speaker === null || sameSpeaker(was, is)
