import { type Alignment, align, indexed } from './align.ts'
import { shares } from './closeness.ts'
import { differences } from './differences.ts'
import { isSeries, relateFigures } from './figures.ts'
import { cuts, weighing } from './joints.ts'
import { withoutOwnName } from './own-names.ts'
import { telling } from './speakers.ts'
import type { IncomingClaim, Proposition, StoredClaim } from './types.ts'
import { bareVerb } from './verbs.ts'
import type { Word } from './words.ts'

/** A claim that stands, with its words as read. */
export interface Known {
  claim: StoredClaim
  words: readonly Word[]
}
interface Candidate extends Known {
  keys: ReadonlySet<string>
}
/** A part of a claim, and the claim that stands and says it. */
interface Match {
  candidate: Candidate
  alignment: Alignment
}

/** How much of a part one claim must say, and how much of the whole claim both. */
const PART = 0.6
const WHOLE = 0.85
const LEAST_SHARED = 0.25

/**
 * Two claims that say together what a new one joins: "a convoy drove in with 70 tonnes of food", after "a convoy entered" and "it
 * brought 70 tonnes of flour". Cut at a joint, each part must differ in nothing from a claim that stands, and the two claims must be
 * about one matter.
 */
export function joined(claim: IncomingClaim, words: readonly Word[], known: readonly Known[]): StoredClaim[] | null {
  const ways = cuts(words)
  if (ways.length === 0) return null
  const candidates = known.map(one => ({ ...one, keys: new Set(one.words.map(({ key }) => key)) }))
  for (const parts of ways) {
    const [left, right] = parts.map(part => matches(claim, part, candidates)) as [Match[], Match[]]
    for (const one of left)
      for (const other of right) if (belong(one, other) && sayAll(words, one, other)) return [one, other].map(toClaim)
  }
  return null
}

const toClaim = ({ candidate }: Match): StoredClaim => candidate.claim

/** The claims that say a part, the one that says most of it first; of as many, the earlier one. */
function matches(claim: IncomingClaim, part: readonly Word[], candidates: readonly Candidate[]): Match[] {
  const piece = { ...claim, proposition: cut(claim.proposition, part) }
  const index = indexed(part)
  return candidates
    .filter(({ keys }) => mayHold(part, keys))
    .map(candidate => {
      const aligned = align(candidate.words, index)
      return { candidate, alignment: withoutOwnName(candidate.claim.proposition, piece.proposition, aligned) }
    })
    .filter(match => says(piece, match))
    .sort(
      (x, y) =>
        shares(y.alignment)[1] - shares(x.alignment)[1] ||
        (x.candidate.claim.publishedAt ?? '').localeCompare(y.candidate.claim.publishedAt ?? '') ||
        x.candidate.claim.id.localeCompare(y.candidate.claim.id),
    )
}

/** Cheap, before the two are aligned: all numbers of the part, and some of its words even where others are synonyms. */
function mayHold(part: readonly Word[], keys: ReadonlySet<string>): boolean {
  let all = 0
  let shared = 0
  for (const { kind, key, weight } of part) {
    if (kind === 'number' && !keys.has(key)) return false
    all += weight
    if (keys.has(key)) shared += weight
  }
  return shared >= LEAST_SHARED * all
}

function says(piece: IncomingClaim, { candidate, alignment }: Match): boolean {
  const { proposition } = piece
  const standing = candidate.claim
  if (shares(alignment)[1] < PART) return false
  const missing = new Set(alignment.onlyB.map(({ key }) => key))
  const untold = [...proposition.times.map(time => `@${time}`), ...proposition.actions.map(bareVerb)]
  if (untold.some(key => missing.has(key))) return false
  const found = differences(standing.proposition, proposition, alignment)
  if (found.some(({ kind }) => kind !== 'speaker' || !names(piece.text, standing))) return false
  const relation = relateFigures(piece, standing)
  return proposition.figures.some(isSeries) ? relation?.kind === 'same' || relation?.kind === 'known' : true
}

/** "…, the Red Crescent says": the sentence names who said this part of it. */
const names = (text: string, { proposition }: StoredClaim): boolean =>
  telling(proposition.speaker ?? '').some(word => new RegExp(`\\b${word}`, 'iu').test(text))

/** What of a proposition stands in a part of its words. */
function cut(whole: Proposition, part: readonly Word[]): Proposition {
  const keys = new Set(part.map(({ key }) => key))
  const numbers = new Set(part.flatMap(({ kind, key }) => (kind === 'number' ? [Number(key)] : [])))
  const told = whole.actions.flatMap((action, i) => (keys.has(bareVerb(action)) ? [i] : []))
  return {
    ...whole,
    actions: told.map(i => whole.actions[i]!),
    actors: told.map(i => whole.actors[i]!),
    objects: told.map(i => whole.objects[i]!),
    places: whole.places.filter(place => place.split('_').some(word => keys.has(word.toLowerCase()))),
    times: whole.times.filter(time => keys.has(`@${time.replaceAll(' ', '_')}`)),
    figures: whole.figures.filter(({ value }) => numbers.has(value)),
    words: part.map(({ key }) => key).join(' '),
  }
}

/** Two claims of one article, or with a word that weighs in common; not one twice. */
function belong(one: Match, other: Match): boolean {
  const [x, y] = [one.candidate.claim, other.candidate.claim]
  if (x.id === y.id) return false
  if (x.publishedAt !== null && x.publishedAt === y.publishedAt && x.outlet === y.outlet) return true
  const keys = new Set(weighing(one.candidate.words).map(({ key }) => key))
  return weighing(other.candidate.words).some(({ key }) => keys.has(key))
}

/** Whether what is missing in one of the two stands in the other, but for little. */
function sayAll(words: readonly Word[], one: Match, other: Match): boolean {
  const untold = [...missing(one, other), ...missing(other, one)]
  const sum = (list: readonly Word[]) => list.reduce((total, word) => total + word.weight, 0)
  return untold.every(({ kind }) => kind !== 'name') && sum(untold) <= (1 - WHOLE) * sum(words)
}

const missing = ({ alignment }: Match, { candidate }: Match): Word[] =>
  alignment.onlyB.filter(({ key }) => !candidate.keys.has(key))
