import * as z from 'zod'
import { addressProblem, PROTOCOLS } from '../core/subscriptions/address.ts'
import { Filter } from '../core/subscriptions/filter.ts'
import { day } from './query.ts'

const WHICH =
  'source: outlets; entity: ids; q: one whole word. All that is given must fit, of a list one value is enough, and empty is every alert. At most 150 combinations of values.'
const Note = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'must be one line of text')
  .describe('Comes back on every alert. Whoever gets the same alert can read it.')
export const NewSubscription = z
  .strictObject({
    protocol: z.enum(PROTOCOLS).describe('http only for a receiver on the same machine.'),
    address: z
      .string()
      .max(2000)
      .regex(/^[\x21-\x7e]+$/, 'must be ASCII without spaces')
      .describe('An e-mail address, a URL, a queue’s ARN or a phone number.'),
    filter: Filter.default({}).describe(WHICH),
    note: Note.nullable().default(null),
  })
  .superRefine(({ protocol, address }, refinement) => {
    const message = addressProblem(protocol, address)
    if (message) refinement.addIssue({ code: 'custom', path: ['address'], message })
  })
export const Change = z
  .strictObject({ filter: Filter.optional().describe(WHICH), note: Note.nullable().optional() })
  .refine(({ filter, note }) => filter !== undefined || note !== undefined, 'give a filter, a note, or both')
/** What an estimate is asked of. */
export const Wish = z.strictObject({ filter: Filter.default({}).describe(WHICH), until: day.optional() })
export const id = z.string().regex(/^[\w-]{1,100}$/, 'expected the id of a subscription: letters, digits, - and _')
