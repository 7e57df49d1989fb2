import { sideOf } from '../../novelty/sides.ts'
import type { Proposition } from '../../novelty/types.ts'
import type { Doc } from '../text/doc.ts'
import type { ClaimSource, CueClass, Entity, Figure, Modality, Polarity, Span } from '../types.ts'
import { figureSlot } from './figure-slot.ts'
import { readPlaces } from './places.ts'
import { type Roles, readRoles } from './roles.ts'
import { type Token, tokens } from './tokens.ts'

/** An article, read for its slots: made once, asked per claim. */
export interface SlotReader {
  doc: Doc
  tokens: readonly Token[]
  /** Per term, the place of its token in `tokens`. */
  tokenAt: Uint32Array
  entities: ReadonlyMap<string, Entity>
  figures: readonly Figure[]
}
export interface ClaimBits {
  /** The claim's content, in text order. */
  spans: readonly Span[]
  /** Who says it; `affiliation` and `role` tell for which side. */
  source: (Pick<ClaimSource, 'name' | 'kind' | 'role'> & { affiliation?: string; entity?: string }) | null
  cue: CueClass | null
  polarity: Polarity
  modality: Modality
}

/**
 * `publishedAt` (ISO 8601) is what "Friday" and "yesterday" are counted from; only sentences that one of the spans is in are
 * read. Linear in their length.
 */
export function readSlots(
  doc: Doc,
  entities: readonly Entity[],
  figures: readonly Figure[],
  publishedAt: string | null,
  spans: readonly Span[],
): SlotReader {
  const wanted = new Set<number>()
  for (const [start, end] of spans) {
    for (let i = lowerBound(doc.sentences, start); i < doc.sentences.length && doc.sentences[i]!.start < end; i++)
      wanted.add(i)
  }
  const sentences = doc.sentences.filter(({ index }) => wanted.has(index))
  const all = sentences.flatMap(({ first, last }) => tokens(doc, first, last, publishedAt))
  const tokenAt = new Uint32Array(doc.terms.length + 1).fill(all.length)
  for (const [i, token] of all.entries()) tokenAt.fill(i, token.first, token.last)
  return { doc, tokens: all, tokenAt, entities: new Map(entities.map(e => [e.id, e])), figures }
}

/** A claim is a sentence or two; of what is longer the beginning is compared, so that judging takes bounded time. */
const MOST_TOKENS = 120

/** The slots of one claim, for the judge to compare. Linear in the length of its spans. */
export function describe(reader: SlotReader, claim: ClaimBits): Proposition {
  const said = within(reader, claim.spans).slice(0, MOST_TOKENS)
  const roles = readRoles(reader.doc, said)
  const found = isPlan(claim, roles) ? said.map(coming) : said
  return {
    speaker: claim.source ? claim.source.name.toLowerCase() : null,
    side: sideOfSource(reader, claim.source),
    speakerKind: claim.source?.kind ?? null,
    cue: claim.cue,
    polarity: claim.polarity,
    modality: asks(reader, claim) ? 'question' : claim.modality,
    ...roles,
    places: readPlaces(found),
    times: found.filter(token => token.kind === 'time').map(token => token.key),
    figures: figuresWithin(reader.figures, claim.spans).map(figureSlot),
    words: found.map(written).join(' '),
  }
}

const asks = ({ doc }: SlotReader, { modality, spans }: ClaimBits) =>
  modality === 'asserted' &&
  spans.length > 0 &&
  /\?["”’')\]]*$/.test(doc.text.slice(spans[0]![0], spans.at(-1)![1]).trimEnd())

/** A plan's Monday is the next one: for what is planned, possible or demanded and nothing done. */
const isPlan = ({ modality }: ClaimBits, { actions }: Roles) =>
  ['planned', 'demanded'].includes(modality) ||
  (actions.some(action => /^[~?*]/.test(action)) && !actions.some(action => action.startsWith('+')))
const coming = (token: Token): Token => (token.coming ? { ...token, key: token.coming } : token)

const written = (token: Token) => (token.kind === 'time' ? `@${token.key.replaceAll(' ', '_')}` : token.key)

function within({ doc, tokens, tokenAt }: SlotReader, spans: readonly Span[]): Token[] {
  const found: Token[] = []
  for (const [start, end] of spans) {
    const from = lowerBound(doc.terms, start)
    for (let i = tokenAt[from]!; i < tokens.length && doc.terms[tokens[i]!.first]!.start < end; i++)
      found.push(tokens[i]!)
  }
  return found
}

function figuresWithin(figures: readonly Figure[], spans: readonly Span[]): Figure[] {
  const found: Figure[] = []
  for (const [start, end] of spans)
    for (let i = lowerBound(figures, start); i < figures.length && figures[i]!.start < end; i++) found.push(figures[i]!)
  return found
}

/** The first of `ranges` (in text order) that ends after `offset`. */
function lowerBound(ranges: readonly { end: number }[], offset: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** "Azerbaijan's defence ministry" and a spokesman whose affiliation is Baku speak for Azerbaijan. */
function sideOfSource({ entities }: SlotReader, source: ClaimBits['source']): string | null {
  if (!source || source.kind === 'anonymous') return null
  const entity = source.entity === undefined ? undefined : entities.get(source.entity)
  const told = [source.name, source.affiliation, entity?.affiliation, source.role, entity?.role, entity?.name]
  for (const phrase of told) for (const word of phrase?.split(/[\s,]+/) ?? []) if (sideOf(word)) return sideOf(word)
  return null
}
