import type { Claim, Entity, Extraction, Figure, Span } from '../../lambdas/core/extract/types.ts'
import { visible } from './format/plain.ts'
import type { Paint, Style } from './format/style.ts'
import { amount } from './format/words.ts'

type Role = 'content' | 'source' | 'cue'
interface Mark {
  role: Role
  number: number
  start: number
  end: number
}

const BRACKETS: Record<Role, [open: string, close: string]> = {
  source: ['{', '}'],
  cue: ['<', '>'],
  content: ['[', ']'],
}
const STYLES: Record<Role, Style> = { source: 'cyan', cue: 'yellow', content: 'green' }

/** An article with its claims marked and numbered, each with the rule that made it; then its entities and figures with theirs. */
export function explain({ article, claims, entities, figures }: Extraction, paint: Paint = (_, text) => text): string {
  const marks = claims.flatMap((claim, index) => marksOf(claim, index + 1))
  const lines = [
    paint('bold', visible(article.title ?? article.id)),
    `${paint('cyan', '{n source}')} ${paint('yellow', '<n cue>')} ${paint('green', '[n content]')}, n is the claim below the line`,
    '',
  ]
  let start = 0
  for (const text of article.text.split('\n')) {
    const end = start + text.length
    lines.push(marked(article.text, [start, end], marks, paint))
    claims.forEach((claim, index) => {
      if (start <= claim.sentence.start && claim.sentence.start < end + 1)
        lines.push(claimLine(claim, index + 1, paint))
    })
    start = end + 1
  }
  const more = [
    ...titled('Entities', entities.flatMap(entityLines), paint),
    ...titled('Figures', figures.map(figureLine), paint),
  ]
  return `${[...lines, ...more].join('\n')}\n`
}

function marksOf({ source, cue, content }: Claim, number: number): Mark[] {
  const of = (role: Role, spans: readonly Span[] = []) => spans.map(([start, end]) => ({ role, number, start, end }))
  return [...of('content', content.spans), ...of('source', source?.spans), ...of('cue', cue?.spans)]
}

/** One line of the article. Text is painted as the narrowest mark that holds it; brackets show them all. */
function marked(text: string, [from, to]: Span, marks: readonly Mark[], paint: Paint): string {
  const here = marks
    .filter(mark => mark.start < to && mark.end > from)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
  const edges = [
    ...new Set([from, to, ...here.flatMap(({ start, end }) => [Math.max(from, start), Math.min(to, end)])]),
  ]
  edges.sort((a, b) => a - b)
  let line = ''
  edges.forEach((edge, at) => {
    for (const { role, end } of here) if (end === edge) line += paint(STYLES[role], BRACKETS[role][1])
    const next = edges[at + 1]
    if (next === undefined) return
    for (const { role, number, start } of here.toReversed()) {
      if (start === edge) line += paint(STYLES[role], `${BRACKETS[role][0]}${number} `)
    }
    const words = visible(text.slice(edge, next))
    const holder = here.find(({ start, end }) => start <= edge && next <= end)
    line += holder ? paint(STYLES[holder.role], words) : words
  })
  return line
}

function claimLine(claim: Claim, number: number, paint: Paint): string {
  const { source, polarity, modality, background, topics, quote, rule } = claim
  const speaker = source
    ? `${source.name} (${[source.kind, source.role, source.entity].filter(Boolean).join(', ')})`
    : 'the outlet'
  const chain = source?.chain ? ` through ${source.chain.map(({ name }) => name).join(', ')}` : ''
  const stance = `${polarity}, ${modality}${background ? ', background' : ''}${quote === 'none' ? '' : `, ${quote}`}`
  const topic = topics.length > 0 ? paint('bold', topics.join(', ')) : 'no topic'
  return `  ${number}. ${topic} · ${visible(speaker + chain)} · ${stance} · ${paint('dim', rule)}`
}

function entityLines({ id, type, name, role, mentions }: Entity): string[] {
  return [
    `  ${type} ${visible(name)} (${visible(id)})${role ? `, ${visible(role)}` : ''}`,
    ...mentions.map(({ start, text, rule }) => `    ${start}: ${visible(text)} · ${rule}`),
  ]
}

function figureLine(figure: Figure): string {
  const of = figure.of === null ? '' : ` of ${figure.of}`
  const by = figure.source ? `by ${figure.source.name}` : 'by the outlet'
  return `  ${figure.start}: ${visible(`${figure.text} = ${amount(figure)}${of}, ${figure.kind}, ${by}`)} · ${figure.rule}`
}

function titled(title: string, lines: readonly string[], paint: Paint): string[] {
  return ['', paint('bold', title), ...(lines.length > 0 ? lines : ['  none'])]
}
