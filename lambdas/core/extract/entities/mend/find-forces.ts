import type { Name } from '../name.ts'
import type { Context } from '../tagger/context.ts'
import { LISTS } from '../tagger/gazetteer.ts'
import { covered, insert } from './covered.ts'

/** Bodies of which a state has one: with a nationality before it the phrase names it. */
const BODIES = new Set(
  'army|navy|air force|armed forces|security forces|special forces|coast guard|foreign ministry|defence ministry|defense ministry|interior ministry|border guard|border guards|national guard'.split(
    '|',
  ),
)
/** With these any nationality, people or state before them will do, and more than one: "Syrian Arab forces", "U.S. service members". */
const TROOPS = new Set('forces|fighters|marines|service members'.split('|'))
const STATE = LISTS.nationality | LISTS.country

/** "the Armenian army", "Iraqi security forces": an organization, though its noun is in lower case. */
export function findForces(context: Context, names: readonly Name[]): Name[] {
  const { words, lists, doc } = context
  const taken = covered(
    context,
    names.filter(name => !isState(context, name)),
  )
  const found: Name[] = []
  for (let i = 0; i + 1 < words.length; i++) {
    if (!(lists[i]! & STATE) || !words[i]!.upper || taken[i]) continue
    for (const length of [2, 1]) {
      const last = i + 1 + length
      if (last > words.length || taken.subarray(i + 1, last).includes(1)) continue
      const phrase = words.slice(i + 1, last)
      const whole = phrase.every((word, k) => !word.upper && doc.terms[i + 1 + k]!.pre === ' ')
      const body = phrase.map(word => word.lower).join(' ')
      if (!whole || !(TROOPS.has(body) || (BODIES.has(body) && lists[i]! & LISTS.nationality))) continue
      found.push({ first: beginOf(context, i, taken), last, type: 'organization', rule: 'nationality-body' })
      break
    }
  }
  return insert(names, [...found, ...commands(context, names)])
}

const COMMANDS = new Set(['forces', 'force', 'command', 'army', 'navy', 'fleet', 'marines', 'corps'])

/** "U.S. Naval Forces Central Command": the state is part of the name, where the tagger parted them. */
function commands(context: Context, names: readonly Name[]): Name[] {
  const { words, doc } = context
  return names.flatMap((name, i) => {
    const state = names[i - 1]
    const beside = state && state.last === name.first && doc.terms[name.first]!.pre === ' ' && isState(context, state)
    const military = words.slice(name.first, name.last).some(({ lower }) => COMMANDS.has(lower))
    if (!beside || !military || name.type !== 'organization') return []
    const possessive = doc.terms[state.last - 1]!.text.length > words[state.last - 1]!.text.length
    return possessive ? [] : [{ ...name, first: state.first, rule: 'state-command' }]
  })
}

/** "Syrian Arab forces" begins before the last nationality. */
function beginOf({ words, lists, doc }: Context, i: number, taken: Uint8Array): number {
  const joined = i > 0 && doc.terms[i]!.pre === ' ' && doc.terms[i - 1]!.sentence === doc.terms[i]!.sentence
  return joined && words[i - 1]!.upper && !taken[i - 1] && lists[i - 1]! & LISTS.nationality ? i - 1 : i
}

const isState = ({ lists }: Context, { first, last, type }: Name) =>
  type === 'place' && last - first === 1 && (lists[first]! & STATE) !== 0
