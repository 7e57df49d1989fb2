import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { LISTS } from '../tagger/gazetteer.ts'

/** Words that a sentence or headline begins with, and a name doesn't. */
const LEADING = new Set(
  'near|in|on|at|by|from|for|to|with|as|and|but|or|if|when|while|after|before|since|during|despite|according|meanwhile|however|a|an|this|that|these|those|its|his|her|their|our|my|inside|outside|around|across|between|under|over'.split(
    '|',
  ),
)
/** What follows one of these is a place: "Near Palmyra, two strikes hit a depot". */
const WHERE = new Set(['near', 'in', 'at', 'inside', 'outside', 'around', 'across'])
/** A name that these begin or are is none of the three types. */
const NO_NAME = new Set([
  'operation',
  'exercise',
  'god',
  'allah',
  'islam',
  'christianity',
  'judaism',
  'hinduism',
  'buddhism',
])
/** In capitals before a ship's name, which is none of the three types either: "HMS Ocean". */
const SHIPS = new Set(['USS', 'USNS', 'HMS', 'HMCS', 'HMAS', 'RFA', 'FS', 'INS'])
/** Kinds of things that reports write like names. */
const THINGS = new Set('IED|IEDs|VBIED|VBIEDs|SVBIED|UAV|UAVs|RPG|RPGs|ICBM|ICBMs|MANPADS|WMD|GMT|UTC'.split('|'))
const KEEPS_THE = new Set(['hague', 'gambia', 'bronx'])
const TITLES = LISTS.honorific | LISTS.role
const DATES = ['Month', 'WeekDay', 'Holiday', 'Date']

/** Takes what is no part of a name off its front: "Near Palmyra", "Senator Rubio". A name that was nothing else goes, and so does a date. */
export function trimNames(context: Context, names: readonly Name[]): Name[] {
  return names.flatMap(name => {
    const first = firstOf(context, name)
    if (first >= name.last || NO_NAME.has(context.words[first]!.lower) || isDate(context, first, name.last)) return []
    if (isOperation(context, first) || isShip(context, first, name.last) || THINGS.has(context.words[first]!.text))
      return []
    if (name.type === 'person' && isTitle(context, first, name.last)) return []
    const last = name.type === 'place' ? lastOf(context, first, name.last) : name.last
    if (isPartyTag(context, first) || last <= first) return []
    if (first === name.first) return last === name.last ? name : { ...name, last }
    const where = WHERE.has(context.words[first - 1]!.lower)
    return where ? { ...name, first, last, type: 'place', rule: 'place-preposition' } : { ...name, first, last }
  })
}

function firstOf({ words, lists, phrasePlace }: Context, { first, last, type }: Name): number {
  let i = first
  while (i < last && LEADING.has(words[i]!.lower) && !words[i]!.allUpper) i++
  if (type !== 'person' && i + 1 < last && words[i]!.lower === 'the' && !KEEPS_THE.has(words[i + 1]!.lower)) i++
  if (type !== 'person') return i
  // A title may have several words, and more than one may follow another: "Prime Minister Gen."
  for (let k = i; k + 1 < last && lists[k]! & TITLES; k++) if (phrasePlace[k]! >= 2) i = k + 1
  return i
}

/** "Texas Sen. Ted Cruz": the title behind a place is the next one's. */
function lastOf({ lists, phrasePlace }: Context, first: number, end: number): number {
  let last = end
  while (last - 1 > first && lists[last - 1]! & LISTS.honorific && phrasePlace[last - 1] === 3) last--
  return last
}

/** "Operation Steel Curtain" */
const isOperation = ({ words, doc }: Context, first: number) =>
  first > 0 && /^(?:Operation|Exercise)$/.test(words[first - 1]!.text) && doc.terms[first]!.pre === ' '

/** "HMS Ocean", whether or not the tagger took the first word with it. */
const isShip = ({ words, doc }: Context, first: number, last: number) =>
  (SHIPS.has(words[first]!.text) && words[last - 1]!.upper) ||
  (first > 0 && SHIPS.has(words[first - 1]!.text) && doc.terms[first]!.pre === ' ')

/** "Sen. Jane Doe (D-Calif.)" */
const isPartyTag = ({ words, doc }: Context, first: number) =>
  /^[DRI]-\p{Lu}/u.test(words[first]!.text) || (/^[DRI]$/.test(words[first]!.text) && doc.terms[first]!.post === '-')

/** "Rear Adm. Daniel Hagari": what the full stop cut off is a title. */
const isTitle = ({ doc, lists, words }: Context, first: number, last: number) =>
  doc.terms[last - 1]!.post.startsWith('.') &&
  words[last]?.upper === true &&
  lists.subarray(first, last).every(bits => (bits & LISTS.honorific) !== 0)

const isDate = ({ doc }: Context, first: number, last: number) =>
  last - first === 1 && DATES.some(tag => doc.terms[first]!.tags.has(tag)) && !doc.terms[first]!.tags.has('Person')
