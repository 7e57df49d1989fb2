import type { Article } from '../../article/article.ts'
import type { Topic } from '../../topics/topic.ts'
import type { Doc, Sentence, Term } from '../text/doc.ts'
import { parse } from '../text/parse.ts'
import { findTopics, type TopicHit } from '../topics/find-topics.ts'
import type { Attribution, Claim, Entity, Figure, Reference, Span } from '../types.ts'
import { continuesBackground, isBackground, presentOf } from './background.ts'
import { carriedOn } from './carried.ts'
import { claimId, oneLine } from './claim-id.ts'
import { withoutDatelines } from './datelines.ts'
import { outletStatements } from './outlet.ts'
import { type Positions, positionsOf, sentenceAt, termsIn, textOf, within } from './positions.ts'
import { brief, speakersOf, withChain } from './speakers.ts'
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
/** In characters; longer than a sentence is. */
const NEAR = 1_000
const LONGEST_TITLE = 300

type Draft = Pick<Claim, 'source' | 'cue' | 'content' | 'quote' | 'rule'> & {
  topics: ReadonlySet<string>
  stated: Term[]
}

/** Claims from attributions and, where a topic matches, from the outlet's own sentences; and the figures with who gave them. */
export function composeClaims(found: Found): { claims: Claim[]; figures: Figure[] } {
  const { doc } = found
  const attributions = withoutDatelines(doc, found.attributions)
  const positions = positionsOf(doc, found.entities, found.references)
  const hits = findTopics(doc, found.topics, titledBy(found.article.title, found.topics))
  const { told, untold } = tellersOf(doc, attributions, hits)
  const sources = speakersOf(positions, attributions)
  const topicsOf = (index: number) =>
    told[index]!.length > 0 ? told[index]! : carriedOn(doc, attributions[index]!, hits)
  const drafts: Draft[] = attributions.map(({ cue, content, quote, rule }, index) => ({
    source: withChain(attributions, sources, index),
    cue: { text: textOf(doc.text, cue.spans), ...cue },
    content: { text: textOf(doc.text, content.spans), spans: content.spans },
    quote,
    rule,
    topics: new Set(topicsOf(index).map(hit => hit.topic)),
    stated: statedBy(termsIn(doc, content.spans), told[index]!),
  }))
  for (const { spans, terms, topics, rule } of outletStatements(doc, attributions, untold)) {
    const content = { text: textOf(doc.text, spans), spans }
    drafts.push({ source: null, cue: null, content, quote: 'none', rule, topics, stated: terms })
  }
  drafts.sort((a, b) => a.content.spans[0]![0] - b.content.spans[0]![0])
  const claims = complete(found, positions, drafts)
  return { claims, figures: withSources(found.figures, claims) }
}

/** The topics that a title tells by itself: the text under it goes on with them. */
function titledBy(title: string | null, topics: readonly Topic[]): ReadonlySet<string> {
  const read = title === null || topics.length === 0 ? [] : findTopics(parse(title.slice(0, LONGEST_TITLE)), topics)
  return new Set(read.map(hit => hit.topic))
}

/** Of a content of several sentences the one that tells a topic, or else the first. */
function statedBy(terms: readonly Term[], hits: readonly TopicHit[]): Term[] {
  const telling = terms.find(term => hits.some(hit => hit.sentence === term.sentence)) ?? terms[0]
  return terms.filter(term => term.sentence === telling?.sentence)
}

function complete({ article, doc, figures }: Found, { named }: Positions, drafts: readonly Draft[]): Claim[] {
  const present = presentOf(article.publishedAt, doc.text)
  const numbered = figures.map(({ start, end }, index) => ({ start, end, index }))
  const occurrences = new Map<string, number>()
  return drafts.map(({ topics, stated, ...draft }) => {
    const { spans, text } = draft.content
    const { start, end } = sentenceOf(doc, draft)
    const sentence = doc.text.slice(...near(spans, start, end))
    const key = `${oneLine(sentence)}\n\n${oneLine(text)}`
    const occurrence = occurrences.get(key) ?? 0
    occurrences.set(key, occurrence + 1)
    const naming = [...(draft.source?.spans ?? []), ...spans].flatMap(span => within(named, span))
    return {
      id: claimId(article.id, sentence, text, occurrence),
      ...draft,
      ...stanceOf(stated, draft),
      background: isHistory(doc, draft, stated, present),
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
  const around = within(doc.terms, near(cue.spans, start, end))
  const isContent = (term: Term) => content.spans.some(([from, to]) => from <= term.start && term.end <= to)
  return isBackground(
    around.filter(term => !isContent(term)),
    present,
  )
}

/** What of a sentence stands near a part of it: all of it, unless a text has no full stops. */
function near(part: readonly Span[], start: number, end: number): Span {
  return [Math.max(start, part[0]![0] - NEAR), Math.min(end, part.at(-1)![1] + NEAR)]
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
    return source ? { ...figure, source: brief(source) } : figure
  })
}
