import type { Article } from '../../article/article.ts'
import type { Topic } from '../../topics/topic.ts'
import type { Doc, Sentence, Term } from '../text/doc.ts'
import { findTopics } from '../topics/find-topics.ts'
import type { Attribution, Claim, ClaimSource, Entity, Figure, Reference, Span } from '../types.ts'
import { antecedent } from './antecedent.ts'
import { continuesBackground, isBackground, presentOf } from './background.ts'
import { claimId } from './claim-id.ts'
import { outletStatements } from './outlet.ts'
import { type Positions, positionsOf, sentenceAt, termsIn, textOf, within } from './positions.ts'
import { resolveSource } from './resolve-source.ts'
import { stanceOf } from './stance.ts'
import { tellersOf } from './tellers.ts'

export interface Found {
  article: Article
  doc: Doc
  entities: readonly Entity[]
  references: readonly Reference[]
  attributions: readonly Attribution[]
  figures: readonly Figure[]
  topics: readonly Topic[]
}
type Draft = Pick<Claim, 'source' | 'cue' | 'content' | 'quote' | 'rule'> & { topics: ReadonlySet<string> }

/** Claims from attributions and, where a topic matches, from the outlet's own sentences; and the figures with who gave them. */
export function composeClaims(found: Found): { claims: Claim[]; figures: Figure[] } {
  const { doc, attributions } = found
  const positions = positionsOf(doc, found.entities, found.references)
  const { topics, untold } = tellersOf(doc, attributions, findTopics(doc, found.topics))
  const sources = attributions.map(({ source }) => source && speaker(positions, source.spans))
  const drafts: Draft[] = attributions.map((attribution, index) => ({
    source: withChain(attributions, sources, index),
    cue: { text: textOf(doc.text, attribution.cue.spans), ...attribution.cue },
    content: { text: textOf(doc.text, attribution.content.spans), spans: attribution.content.spans },
    quote: attribution.quote,
    rule: attribution.rule,
    topics: topics[index]!,
  }))
  for (const { spans, topics, rule } of outletStatements(doc, attributions, untold)) {
    drafts.push({
      source: null,
      cue: null,
      content: { text: textOf(doc.text, spans), spans },
      quote: 'none',
      rule,
      topics,
    })
  }
  drafts.sort((a, b) => a.content.spans[0]![0] - b.content.spans[0]![0])
  const claims = complete(found, positions, drafts)
  return { claims, figures: withSources(found.figures, claims) }
}

function speaker(positions: Positions, spans: Span[]): ClaimSource {
  const source = resolveSource(positions, spans)
  const group = source.entity ? undefined : antecedent(positions.doc, source.text, spans[0]![0])
  return group === undefined ? source : { ...source, name: group }
}

/** Those through whom a claim came, nearest the outlet first: the sources of the attributions that hold this one. */
function withChain(
  attributions: readonly Attribution[],
  sources: readonly (ClaimSource | null)[],
  index: number,
): ClaimSource | null {
  const source = sources[index]!
  const chain: { name: string; entity?: string }[] = []
  const seen = new Set([index])
  for (let at = attributions[index]!.within; at !== undefined && !seen.has(at); at = attributions[at]!.within) {
    seen.add(at)
    const through = sources[at]
    if (through) chain.unshift(named(through))
  }
  return source && chain.length > 0 ? { ...source, chain } : source
}

function named({ name, entity }: ClaimSource): { name: string; entity?: string } {
  return entity === undefined ? { name } : { name, entity }
}

function complete({ article, doc, figures }: Found, { named }: Positions, drafts: readonly Draft[]): Claim[] {
  const present = presentOf(article.publishedAt, doc.text)
  const numbered = figures.map(({ start, end }, index) => ({ start, end, index }))
  const occurrences = new Map<string, number>()
  return drafts.map(({ topics, ...draft }) => {
    const { spans, text } = draft.content
    const terms = termsIn(doc, spans)
    const { start, end } = sentenceOf(doc, draft)
    const sentence = doc.text.slice(start, end)
    const key = JSON.stringify([sentence, text])
    const occurrence = occurrences.get(key) ?? 0
    occurrences.set(key, occurrence + 1)
    const naming = [...(draft.source?.spans ?? []), ...spans].flatMap(span => within(named, span))
    return {
      id: claimId(article.id, sentence, text, occurrence),
      ...draft,
      ...stanceOf(terms, draft.cue?.class ?? null, draft.source?.text ?? ''),
      background: isHistory(doc, draft, terms, present),
      topics: [...topics].sort(),
      figures: spans.flatMap(span => within(numbered, span).map(figure => figure.index)),
      entities: [...new Set(naming.map(one => one.entity.id))],
      sentence: { start, end },
    }
  })
}

/** By its own words; an attributed claim also by those around it: "In 1994 the two sides announced …". */
function isHistory(
  doc: Doc,
  { cue, content }: Pick<Draft, 'cue' | 'content'>,
  terms: Term[],
  present?: number,
): boolean {
  if (isBackground(terms, present)) return true
  if (!cue) return continuesBackground(doc, terms, present)
  const { start, end } = sentenceOf(doc, { cue, content })
  const around = within(doc.terms, [start, end])
  const isContent = (term: Term) => content.spans.some(([from, to]) => from <= term.start && term.end <= to)
  return isBackground(
    around.filter(term => !isContent(term)),
    present,
  )
}

/** The cue's sentence where the content reaches into it, else the one in which the content begins. */
function sentenceOf(doc: Doc, { cue, content }: Pick<Draft, 'cue' | 'content'>): Sentence {
  const first = sentenceAt(doc, content.spans[0]![0])
  if (!cue) return first
  const own = sentenceAt(doc, cue.spans[0]![0])
  return content.spans.some(([start, end]) => start < own.end && own.start < end) ? own : first
}

/** A figure was given by whoever's content holds it, the innermost where several do. */
function withSources(figures: readonly Figure[], claims: readonly Claim[]): Figure[] {
  const narrowest = new Map<number, { claim: Claim; width: number }>()
  for (const claim of claims) {
    if (!claim.cue) continue
    const width = claim.content.text.length
    for (const index of claim.figures)
      if (width < (narrowest.get(index)?.width ?? Number.POSITIVE_INFINITY)) narrowest.set(index, { claim, width })
  }
  return figures.map((figure, index) => {
    const source = narrowest.get(index)?.claim.source
    return source ? { ...figure, source: named(source) } : figure
  })
}
