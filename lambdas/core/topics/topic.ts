import * as z from 'zod'
import { excessOf, LONGEST_PHRASE, MOST_PHRASES } from './limits.ts'
import { parsePhrase } from './phrase.ts'

const Phrase = z
  .string()
  .max(LONGEST_PHRASE, { abort: true, error: `a phrase of more than ${LONGEST_PHRASE} characters` })
  .superRefine((text, refinement) => {
    const phrase = parsePhrase(text)
    if ('reason' in phrase) refinement.addIssue({ code: 'custom', message: phrase.reason })
  })
const Phrases = z.array(Phrase).max(MOST_PHRASES)
const Line = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^\P{Cc}+$/u, 'must be one line')
const Example = z.string().trim().min(1).max(2_000)

/** A watched topic, as data: what a sentence must say, what must stand around it, and what rules it out. Phrases: see `parsePhrase`. */
export const Topic = z
  .strictObject({
    /** Lower case, `[a-z0-9-]`, at most 40: it names a message group and a filter value. */
    name: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 of a-z, 0-9 and "-"'),
    title: Line,
    /** Names the topic beyond doubt ("humanitarian corridor"): needs no context, and only an exclusion that overlaps it rules it out. */
    names: Phrases.optional(),
    /** Says the topic where the context is right ("talks"). */
    match: Phrases.min(1),
    /** Refers back ("the road"): counts only in the few sentences after the topic was named or matched. */
    short: Phrases.optional(),
    /** Refers back so loosely ("the terms") that it counts only in what somebody says, and where `short` would. */
    echoes: Phrases.optional(),
    /** The context: for a `match` one of these must be in the sentence or, failing that, at most 8 sentences away. Empty: nothing more is needed. */
    needs: Phrases,
    /** Rules out every `match` and `short` of its sentence and, for 8 sentences or until the topic is told, of those that lack a `needs`. */
    excludes: Phrases,
    /** Texts under the topic and texts that are not: `claimwire topics check` runs them. */
    examples: z.strictObject({ matches: z.array(Example).min(1).max(200), ignores: z.array(Example).max(200) }),
  })
  .superRefine(({ names = [], match, short = [], echoes = [], needs, excludes }, context) => {
    const excess = excessOf({ names, match, short, echoes, needs, excludes })
    if (excess) context.addIssue({ code: 'custom', path: excess.path, message: excess.reason })
  })
export type Topic = z.infer<typeof Topic>
