import { isUpperBound } from '../../figure-kinds.ts'
import { TOTALS } from '../lexicon/figures-kinds.ts'
import type { Doc, Sentence } from '../text/doc.ts'
import type { Figure, FigureKind, Qualifier } from '../types.ts'
import type { Counted } from './around/counted.ts'
import { hedgeAfter } from './around/qualify.ts'
import type { Reading } from './around/reading.ts'
import { type Atom, has } from './atoms.ts'
import { kindOf, spanEnd } from './kind/kind.ts'
import { isPeople } from './kind/people.ts'
import { stateAfter } from './kind/states.ts'
import { type Total, totalBefore } from './kind/totals.ts'
import type { Zero } from './none-counted.ts'
import type { Quantity } from './numbers/quantity.ts'
import { isChange } from './numbers/range.ts'

/** The figure of a reading, and the atom after it. `found` are the figures before it in its sentence. */
export function compose(
  doc: Doc,
  sentence: Sentence,
  atoms: readonly Atom[],
  reading: Reading,
  found: readonly Figure[],
): { figure: Figure; to: number } {
  const { quantity, unit, counted, hedge } = reading
  const end = spanEnd(reading)
  const after = hedgeAfter(atoms, end)
  const to = after?.to ?? whole(atoms, counted, end)
  const total = counted || unit ? undefined : totalBefore(atoms, hedge.from)
  const rule = ruleOf(atoms, reading, total !== undefined)
  const kind = kindBeside(kindOf(atoms, reading), rule, found)
  const start = atoms[hedge.from]!.start
  const stop = atoms[to - 1]!.end
  const strong = atoms[quantity.to + 1]?.lower === 'strong'
  const people = counted
    ? strong || isPeople(counted.head)
    : /^(?:killed|wounded|displaced|detained|population)$/.test(kind) ||
      total?.people ||
      (!unit && stateAfter(atoms, end) !== undefined)
  const factor = unit?.factor ?? 1
  const qualifier = qualifierOf(quantity, hedge.qualifier === 'exact' && after ? after.qualifier : hedge.qualifier)
  const figure: Figure = {
    start,
    end: stop,
    text: doc.text.slice(start, stop),
    value: scale(quantity.value, factor),
    low: isUpperBound(qualifier) ? 0 : scale(quantity.low, factor),
    high: scale(quantity.high, factor),
    qualifier,
    unit: unit?.unit ?? (people ? 'person' : null),
    of: counted
      ? wordsOf(doc, atoms, counted)
      : total
        ? wordsOfTotal(doc, atoms, total)
        : people && atoms[hedge.from - 1]?.lower !== 'the'
          ? peopleBefore(found)
          : null,
    kind,
    source: null,
    sentence: { start: sentence.start, end: sentence.end },
    rule: `figure/${rule}`,
  }
  return { figure, to }
}

const wordsOf = (doc: Doc, atoms: readonly Atom[], { from, head }: Counted): string =>
  words(doc, atoms, from, head.index + 1)

/** "The death toll rose to 673" counts a death toll; "their losses, totalling 30" and "a figure of 30" say nothing of what. */
const wordsOfTotal = (doc: Doc, atoms: readonly Atom[], { from, to }: Total): string | null => {
  const isBare = to === from + 1 && TOTALS.has(atoms[from]!.lower)
  return isBare && (has(atoms[from], 'Verb') || atoms[from]!.lower === 'figure') ? null : words(doc, atoms, from, to)
}

/** The words of the text; a capital that only opens the sentence is no part of them. */
function words(doc: Doc, atoms: readonly Atom[], from: number, to: number): string {
  const found = doc.text.slice(atoms[from]!.start, atoms[to - 1]!.end).replace(/\s+/g, ' ')
  const opens = from === 0 && /^\p{Lu}\p{Ll}/u.test(found) && !has(atoms[0], 'ProperNoun')
  return opens ? found[0]!.toLowerCase() + found.slice(1) : found
}

/** "12 people were killed and 30 wounded": a count of nothing named counts whom the one before it counted. */
const peopleBefore = (found: readonly Figure[]): string | null =>
  found.findLast(figure => figure.unit === 'person' && figure.rule !== 'figure/total')?.of ?? null

/** A part fares as its whole does ("killed 10 civilians, including five children"), a total as what was added to it
 *  ("three more people were killed, bringing the total to 19"), unless the text says otherwise. */
function kindBeside(kind: FigureKind, rule: string, found: readonly Figure[]): FigureKind {
  if (kind !== 'other' || (rule !== 'part' && rule !== 'total')) return kind
  return found.findLast(figure => figure.unit === 'person' && figure.rule !== 'figure/part')?.kind ?? kind
}

export const scale = (value: number, factor: number): number => Number((value * factor).toPrecision(15))

function qualifierOf({ shape }: Quantity, qualifier: Qualifier): Qualifier {
  if (shape === 'range') return 'range'
  return shape === 'band' ? 'vague' : qualifier
}

export function zeroFigure(doc: Doc, sentence: Sentence, atoms: readonly Atom[], zero: Zero): Figure {
  const start = atoms[zero.from]!.start
  const end = atoms[zero.to - 1]!.end
  return {
    start,
    end,
    text: doc.text.slice(start, end),
    value: 0,
    low: 0,
    high: 0,
    qualifier: 'exact',
    unit: 'person',
    of: zero.of && doc.text.slice(atoms[zero.of[0]]!.start, atoms[zero.of[1] - 1]!.end),
    kind: zero.kind,
    source: null,
    sentence: { start: sentence.start, end: sentence.end },
    rule: 'figure/none',
  }
}

/** "six of whom were among the casualties": what is said of the part belongs to it, up to the next comma or number. */
export function whole(atoms: readonly Atom[], counted: Counted | undefined, end: number): number {
  if (!counted?.part || !/^(?:whom|which)$/.test(atoms[end - 1]!.lower)) return end
  let to = end
  while (to < atoms.length && to < end + 8 && atoms[to]!.type === 'word' && !atoms[to]!.term?.tags.has('Value')) to++
  return atoms[to]?.type === 'number' || atoms[to]?.term?.tags.has('Value') || to === end + 8 ? end : to
}

function ruleOf(atoms: readonly Atom[], { quantity, unit, counted, hedge }: Reading, total: boolean): string {
  const before = atoms[hedge.from - 1]?.lower ?? ''
  if (before === 'from' && isChange(atoms, hedge.from - 1)) return 'former'
  if (before === 'by' && isChange(atoms, hedge.from - 1)) return 'delta'
  if (
    /^(?:another|further|additional|extra)$/.test(before) ||
    /^(?:more|additional|further|extra)$/.test(atoms[quantity.to]?.lower ?? '')
  )
    return 'delta'
  if (counted?.part || (!unit && (isOfThem(atoms, quantity.to) || isIncluded(atoms, hedge.from)))) return 'part'
  if (quantity.shape === 'range' || quantity.shape === 'band') return quantity.shape
  if (unit) return unit.kind === 'other' ? 'measure' : unit.kind
  return total ? 'total' : 'count'
}

const isOfThem = (atoms: readonly Atom[], at: number): boolean =>
  atoms[at]?.lower === 'of' && /^(?:whom|them|which)$/.test(atoms[at + 1]?.lower ?? '')

/** "10 civilians, including five children and two nurses": back over other parts to the word that opens them. */
function isIncluded(atoms: readonly Atom[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back > at - 12; back--) {
    const atom = atoms[back]!
    if (/^(?:including|among)$/.test(atom.lower))
      return atom.lower !== 'among' || /^(?:them|those|whom)$/.test(atoms[back + 1]?.lower ?? '')
    if (atom.term?.tags.has('Verb') || /^[.;:)]$/.test(atom.text)) return false
  }
  return false
}
