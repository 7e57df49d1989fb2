import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { ANY, type Facets, wordsOf } from '../notify/facets.ts'

/** What an alert may hold; repeats never alert. */
export const ALERT_VERDICTS = ['new', 'update', 'contradiction', 'withdrawn'] as const

const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'must be one line of text')
const anyOf = <Value extends z.ZodType<string>>(value: Value, most: number) =>
  z
    .array(value)
    .min(1)
    .max(most)
    .transform(values => [...new Set(values)])
    .optional()

/** SNS multiplies the numbers of values of all keys, and takes a product of at most this. */
export const MOST_COMBINATIONS = 150

const Fields = z.strictObject({
  topic: anyOf(z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be the name of a topic, such as talks'), 20),
  verdict: anyOf(z.enum(ALERT_VERDICTS), ALERT_VERDICTS.length),
  /** Outlets, whole names, whatever the case. */
  source: anyOf(line, 50),
  entity: anyOf(
    line.regex(/^(person|place|organization):\S+$/, 'must be the id of an entity, such as place:lachin-corridor'),
    100,
  ),
  /** One whole word of the claims or the title, whatever its case and accents. */
  q: line
    .refine(text => wordsOf(text).length === 1, 'must be one word: SNS, which filters, compares whole words one by one')
    .optional(),
})

/**
 * Which alerts a subscription gets: those that fit every field that is given; of a list, any one value is enough. An alert
 * tells of one article under one topic, and is judged as a whole: its verdict may be of one claim, its entity of another.
 */
export const Filter = Fields.superRefine((filter, refinement) => {
  const count = combinations(filter)
  if (count <= MOST_COMBINATIONS) return
  const message = `makes ${count} combinations of values, and SNS takes ${MOST_COMBINATIONS}: leave values out, or make two subscriptions`
  refinement.addIssue({ code: 'custom', message })
})
export type Filter = z.infer<typeof Fields>

type Condition = string | { 'equals-ignore-case': string }
/** https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html, over message attributes. */
export type Policy = Record<string, Condition[]>

/** The filter as SNS is told it: at most the five keys that it takes. An empty filter is no policy: every alert. */
export const policyOf = ({ topic, verdict, source, entity, q }: Filter): Policy => ({
  ...(topic && { topic }),
  ...(verdict && { verdicts: [...verdict, ANY] }),
  ...(source && { source: source.map(name => ({ 'equals-ignore-case': name })) }),
  ...(entity && { entities: [...entity, ANY] }),
  ...(q !== undefined && { words: [...wordsOf(q), ANY] }),
})

/** As SNS counts them: the numbers of values of all keys, multiplied. */
export const combinations = (filter: Filter): number =>
  Object.values(policyOf(filter)).reduce((product, values) => product * values.length, 1)

/** Whether SNS hands an alert with these facets to a subscription with this filter. */
export function accepts({ topic, verdict, source, entity, q }: Filter, facets: Facets): boolean {
  const holds = (wanted: readonly string[] | undefined, held: readonly string[]): boolean =>
    !wanted || held.includes(ANY) || wanted.some(value => held.includes(value))
  return (
    holds(topic, [facets.topic]) &&
    holds(verdict, facets.verdicts) &&
    holds(source?.map(lower), facets.source === null ? [] : [lower(facets.source)]) &&
    holds(entity, facets.entities) &&
    holds(q === undefined ? q : wordsOf(q), facets.words)
  )
}

const lower = (text: string): string => text.toLowerCase()

/** The filter that a policy says; null for a policy that no filter makes, such as one that was set by hand. */
export function filterOf(policy: Record<string, unknown>): Filter | null {
  const list = (key: string): unknown[] | undefined => (Array.isArray(policy[key]) ? policy[key] : undefined)
  const fields = {
    topic: list('topic'),
    verdict: list('verdicts')?.slice(0, -1),
    source: list('source')?.map(condition => (condition as { 'equals-ignore-case'?: unknown })['equals-ignore-case']),
    entity: list('entities')?.slice(0, -1),
    q: list('words')?.[0],
  }
  const read = Filter.safeParse(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)))
  return read.success && isDeepStrictEqual(policyOf(read.data), policy) ? read.data : null
}
