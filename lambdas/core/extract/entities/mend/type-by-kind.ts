import type { EntityType } from '../../types.ts'
import { type Name, nameKey, textOf } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { LISTS } from '../tagger/gazetteer.ts'
import { covered, insert } from './covered.ts'

/** "the bus company Swiftline". */
const ORGANIZATION = new Set(
  'company|firm|agency|newspaper|airline|broadcaster|charity|militia|daily|weekly|magazine|website|tabloid|carmaker|automaker|manufacturer|retailer|operator|nonprofit|startup'.split(
    '|',
  ),
)
/** "the besieged city of Port Maren". */
const PLACE = new Set(
  'city|town|village|district|province|region|port|island|suburb|settlement|county|neighbourhood|neighborhood|municipality|hamlet|outskirts|enclave|oblast|governorate|prefecture|peninsula|valley'.split(
    '|',
  ),
)
/** "sheep near Lower Pell". */
const NEAR = new Set(['near', 'outside', 'inside', 'around', 'throughout'])
const WAYS = new Set(['corridor', 'road', 'roads', 'highway', 'convoy', 'convoys', 'bridge'])
const PERSONAL = LISTS.firstName | LISTS.surname | LISTS.honorific | LISTS.role
const KNOWN = LISTS.country | LISTS.capital | LISTS.nationality | LISTS.knownOrganization
const LONGEST = 4

/** A word that says of what kind a name is settles its type, here and wherever the name stands again. */
export function typeByKind(context: Context, names: readonly Name[]): Name[] {
  const starting = new Map(names.map(name => [name.first, name]))
  const taken = covered(context, names)
  const types = new Map<string, EntityType>()
  const found: Name[] = []
  for (let i = 1; i < context.words.length; i++) {
    const kind = context.words[i]!.upper ? kindBefore(context, i) : undefined
    if (!kind || context.lists[i]! & KNOWN) continue
    const name = starting.get(i) ?? (taken[i] ? undefined : runFrom(context, i, taken))
    if (!name || (kind.rule === 'place-preposition' && !mayBePlace(context, name)) || isDate(context, name)) continue
    if (kind.rule === 'opening-near' && isPossessive(context, name)) continue
    types.set(nameKey(textOf(context, name)), kind.type)
    if (!starting.has(i)) found.push({ ...name, ...kind })
  }
  if (types.size === 0) return [...names]
  const retyped = names.map(name => {
    const type = types.get(nameKey(textOf(context, name)))
    return type && type !== name.type ? { ...name, type, rule: 'kind' } : name
  })
  return insert(retyped, found)
}

function kindBefore({ words, doc }: Context, i: number): { type: EntityType; rule: string } | undefined {
  const { pre, sentence } = doc.terms[i]!
  if (doc.terms[i - 1]!.sentence !== sentence) return undefined
  if (isDatelineSource(doc.terms[i]!.pre, doc.text, doc.terms[i]!.start))
    return { type: 'organization', rule: 'dateline' }
  if (pre !== ' ') return undefined
  const before = words[i - 1]!.lower
  if (ORGANIZATION.has(words[i - 1]!.text)) return { type: 'organization', rule: 'kind' }
  if (before === 'of' && PLACE.has(words[i - 2]?.text ?? '')) return { type: 'place', rule: 'kind' }
  if (isOnPath(words[i - 3]?.lower, words[i - 2]?.lower, before)) return { type: 'place', rule: 'path' }
  if (before === 'near' && doc.sentences[sentence]!.first === i - 1) return { type: 'place', rule: 'opening-near' }
  return NEAR.has(before) ? { type: 'place', rule: 'place-preposition' } : undefined
}

/** "the corridor out of Port Maren", "the road to Goris". */
const isOnPath = (third: string | undefined, second = '', before = '') =>
  (WAYS.has(second) && (before === 'to' || before === 'into' || before === 'through')) ||
  (third !== undefined && WAYS.has(third) && second === 'out' && before === 'of')

/** "GORIS, Armenia (Meridian Wire) - …": in brackets before the dash stands who sent the report. */
const isDatelineSource = (pre: string, text: string, start: number) =>
  pre === ' (' && /^[^()\n]{2,40}\) ?(?:[—–]|- )/.test(text.slice(start, start + 46))

const isDate = ({ doc }: Context, { first }: Name) => doc.terms[first]!.tags.has('Date')

const isPossessive = ({ doc, words }: Context, { last }: Name) =>
  doc.terms[last - 1]!.text.length > words[last - 1]!.text.length

function mayBePlace(context: Context, name: Name): boolean {
  const { lists, words } = context
  const { first, last, type } = name
  if (isPossessive(context, name) || lists.subarray(first, last).some(bits => (bits & PERSONAL) !== 0)) return false
  return type !== 'organization' || (words[first - 1]!.lower === 'near' && !(lists[last - 1]! & LISTS.organizationHead))
}

function runFrom(context: Context, first: number, taken: Uint8Array): Name | undefined {
  const last = context.runLast[first]! + 1
  const free = last - first <= LONGEST && !taken.subarray(first, last).includes(1)
  return free ? { first, last, type: 'place', rule: 'kind' } : undefined
}
