import type { Alignment } from './align.ts'
import { stem } from './stem.ts'
import { isDay } from './times.ts'
import type { Proposition } from './types.ts'
import { bareVerb } from './verbs.ts'
import type { Word } from './words.ts'

const stems = (words: string) => new Set(words.split(' ').map(stem))
const MEET = stems('meet hold sit gather convene')
const MEETING = stems('talk talks negotiation meeting discussion conference summit session')
const ORDINAL = stems('first second third fourth fifth sixth seventh eighth ninth tenth')
/** Of a verb, that it is told as a fact. */
const DONE = /^\+/
/** Names that both texts give: the two who met. */
const PARTIES = 2

/** "Met the Armenians on Thursday for a first round of talks", "held their first round of talks": one occasion, if nothing more is told of it. */
export function isOneMeeting(was: Proposition, is: Proposition, { b, onlyB }: Alignment): boolean {
  const onlyMet = [was, is].every(
    ({ actions }) => actions.length > 0 && actions.every(verb => DONE.test(verb) && MEET.has(bareVerb(verb))),
  )
  const sameDay = is.times.some(time => isDay(time) && was.times.includes(time))
  if (!onlyMet || !sameDay) return false
  const alone = new Set(onlyB)
  const both = b.filter(word => !alone.has(word))
  const has = (stems: ReadonlySet<string>) => both.some((word: Word) => stems.has(word.key))
  return has(MEETING) && has(ORDINAL) && both.filter(word => word.kind === 'name').length >= PARTIES
}
