import { isDeepStrictEqual } from 'node:util'
import type { Article } from '../../lambdas/core/article/article.ts'
import { read } from '../../lambdas/core/extract/extract.ts'
import type { Extraction, Range, Span } from '../../lambdas/core/extract/types.ts'
import { SHIPPED_TOPICS } from '../../lambdas/core/topics/shipped.ts'

export const articleOf = (text: string): Article => ({
  id: 'a',
  title: null,
  source: null,
  url: null,
  publishedAt: '2024-05-20T00:00:00Z',
  language: 'en',
  text,
})

/** What of the extraction of a text breaks a promise that holds for any text, one line each; none of a sound one. */
export function faultsOf(text: string): string[] {
  const reading = read(articleOf(text), SHIPPED_TOPICS)
  return [
    ...(isDeepStrictEqual(JSON.parse(JSON.stringify(reading)), reading) ? [] : ['does not come back from JSON']),
    ...falseSpans(text, reading.extraction),
    ...brokenLinks(reading.extraction),
    ...overlaps('names', namesOf(reading.extraction)),
    ...overlaps('figures', reading.extraction.figures),
  ]
}

const namesOf = ({ entities, references }: Extraction): Range[] =>
  [...entities.flatMap(entity => entity.mentions), ...references].sort((a, b) => a.start - b.start)

function falseSpans(text: string, { entities, references, figures, claims }: Extraction): string[] {
  const parts = claims.flatMap(({ source, cue, content }) => [source, cue, content].filter(part => part !== null))
  const told = [
    ...[...entities.flatMap(entity => entity.mentions), ...references, ...figures].map(one => ({
      text: one.text,
      spans: [[one.start, one.end]] as Span[],
    })),
    ...parts,
  ]
  const bounds = [...figures, ...claims].map(({ sentence }) => [sentence.start, sentence.end] as const)
  return [
    ...told
      .filter(part => part.text !== part.spans.map(([start, end]) => text.slice(start, end)).join(' '))
      .map(part => `${part.spans.join('; ')} is not “${part.text}”`),
    ...[...told.flatMap(part => part.spans), ...bounds]
      .filter(([start, end]) => !(0 <= start && start < end && end <= text.length))
      .map(span => `${span} is no span of the text`),
    ...[...told.flatMap(part => part.spans), ...bounds]
      .filter(span => span.some(at => splitsPair(text, at)))
      .map(span => `${span} splits a surrogate pair`),
    ...told
      .filter(({ spans }) => spans.some(([start], i) => i > 0 && start < spans[i - 1]![1]))
      .map(({ spans }) => `${spans.join('; ')} are not in text order`),
  ]
}

const splitsPair = (text: string, at: number) => /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))

function brokenLinks({ entities, references, figures, claims }: Extraction): string[] {
  const ids = new Set(entities.map(entity => entity.id))
  const linked = [
    ...references.map(({ entity }) => entity),
    ...figures.map(({ source }) => source?.entity),
    ...claims.flatMap(({ entities, source }) => [
      ...entities,
      source?.entity,
      ...(source?.chain ?? []).map(({ entity }) => entity),
    ]),
  ]
  return [
    ...(ids.size === entities.length ? [] : ['two entities have one id']),
    ...(new Set(claims.map(({ id }) => id)).size === claims.length ? [] : ['two claims have one id']),
    ...linked.filter(id => id !== undefined && !ids.has(id)).map(id => `there is no entity ${id}`),
    ...claims.flatMap(claim =>
      claim.figures.filter(index => !figures[index]).map(index => `there is no figure ${index}`),
    ),
  ]
}

const overlaps = (what: string, spans: readonly Range[]): string[] =>
  spans.slice(1).flatMap(({ start, end }, i) => (start < spans[i]!.end ? [`${what} overlap at ${start}, ${end}`] : []))
