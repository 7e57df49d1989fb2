import { afterDateline } from '../text/dateline.ts'
import type { Doc, Term } from '../text/doc.ts'
import type { TopicHit } from '../topics/find-topics.ts'
import type { Attribution, Span } from '../types.ts'
import { clausesOf, isOwnVerb } from './clauses.ts'
import { isSurelyVerb } from './main-verb.ts'
import { termsIn } from './positions.ts'
import { speaks } from './speaks.ts'

/** A clause in which the outlet itself tells a topic. */
export interface OutletStatement {
  spans: Span[]
  terms: Term[]
  topics: Set<string>
  rule: string
}

/** "declined to comment on the talks", "the report could not be verified": nothing is stated. */
const NO_ANSWER =
  /\b(?:declin\w+|refus\w+|n[o']t|no)\b.{0,40}\b(?:comment|respond|response|reply|answer|elaborate|verif\w+|reached for)\b/i
/** What is left of "a day after the talks" where the clause that it dates is cut off. */
const TIME_TAIL =
  /^(?:a|an|one|two|three|four|five|several|few|some|just|only|even|shortly|soon|minutes|hours?|days?|weeks?|months?|years?)$/
const RELATIVE = /^(?:who|which|whose|where)$/
const LEAD_IN = /^(?:and|but|while|whereas|although|though|because|so|yet|as|that|nor|after|when|since)$/

/** One statement per clause that tells a topic and, without what is attributed in it, still has a verb. */
export function outletStatements(
  doc: Doc,
  attributions: readonly Attribution[],
  untold: readonly TopicHit[],
): OutletStatement[] {
  if (untold.length === 0) return []
  const sentences = [...new Set(untold.map(hit => hit.sentence))]
  const clauses = sentences.flatMap(sentence => clausesOf(doc, doc.sentences[sentence]!))
  const speaking = attributions.filter(attribution => speaks(doc, attribution))
  const { isContent, isAttributed } = attributedTerms(doc, speaking)
  const found: OutletStatement[] = []
  let next = 0
  for (const clause of clauses) {
    const hits: TopicHit[] = []
    while (next < untold.length && untold[next]!.first < clause[1]) hits.push(untold[next++]!)
    if (hits.length === 0) continue
    const { left, lost } = ownTerms(doc, clause, index => isAttributed(index, clause))
    const own = [...lost.filter(term => !isContent.has(term.index)), ...left]
    // "said Torosian, who led their delegation": what is told in passing of a speaker is news only where it names the topic.
    const isAside = (hit: TopicHit) => lost.length > 0 && hit.rule === 'topic/short'
    const told = hits.filter(
      hit => hit.rule !== 'topic/echoes' && !isAside(hit) && own.some(term => term.index === hit.first),
    )
    if (told.length === 0) continue
    const run = runAround(own, told[0]!.first)
    const terms = states(run, told) ? run : own
    if (!states(terms, told)) continue
    const rule = `outlet/${told[0]!.rule.replace('/', '-')}`
    found.push({ spans: runs(terms), terms, topics: new Set(told.map(hit => hit.topic)), rule })
  }
  return found
}

/** Of the terms that attributions leave over, those in one piece with the term at `index`. */
function runAround(terms: readonly Term[], index: number): Term[] {
  const at = terms.findIndex(term => term.index === index)
  return terms.filter((term, i) => term.index - index === i - at)
}

/** A full sentence states something even where its verb was taken for a noun ("The ceasefire holds."); a headline doesn't. */
function states(terms: readonly Term[], told: readonly TopicHit[]): boolean {
  const full = terms.length > 2 && /^\p{Lu}/u.test(terms[0]!.text) && terms.at(-1)!.post.startsWith('.')
  const isTold = ({ index }: Term) => told.some(hit => hit.first <= index && index < hit.last)
  const verbs = terms.filter((_, at) => isOwnVerb(terms, 0, at))
  return (full || verbs.some(verb => isSurelyVerb(verb) || !isTold(verb))) && !NO_ANSWER.test(wordsOf(terms))
}

function wordsOf(terms: readonly Term[]): string {
  return terms.map(term => term.text).join(' ')
}

interface AttributedTerms {
  isContent: ReadonlySet<number>
  /** Whether a term is in an attribution's content, or in the source or cue of one whose cue stands in the clause. */
  isAttributed: (index: number, clause: readonly [number, number]) => boolean
}

function attributedTerms(doc: Doc, attributions: readonly Attribution[]): AttributedTerms {
  const isContent = new Set<number>()
  const cueOf = new Map<number, number>()
  for (const { source, cue, content } of attributions) {
    for (const { index } of termsIn(doc, content.spans)) isContent.add(index)
    const at = termsIn(doc, cue.spans)[0]?.index ?? -1
    // "The president left the talks, blaming the rebels": the one who blames is also the one who left.
    const isBefore = source !== null && source.spans[0]![0] < cue.spans[0]![0]
    const isAside = isBefore && at >= 0 && doc.terms[at]!.tags.has('Gerund')
    for (const { index } of termsIn(doc, [...(isAside ? [] : (source?.spans ?? [])), ...cue.spans]))
      cueOf.set(index, at)
  }
  const isAttributed: AttributedTerms['isAttributed'] = (index, [first, last]) => {
    const cue = cueOf.get(index) ?? -1
    return isContent.has(index) || (first <= cue && cue < last)
  }
  return { isContent, isAttributed }
}

/** What attributions leave over of a clause; and where that begins with "who", what stands before it. */
function ownTerms(
  doc: Doc,
  [first, last]: [number, number],
  isAttributed: (index: number) => boolean,
): { left: Term[]; lost: Term[] } {
  let start = afterDateline(doc, first)
  while (start < last && LEAD_IN.test(doc.terms[start]!.normal)) start++
  const clause = doc.terms.slice(start, last - timeTail(doc, first, last))
  const left = clause.filter(term => !isAttributed(term.index))
  // "China, which brokered a truce, urged …": what is told of it needs its name.
  const lost = RELATIVE.test(left[0]?.normal ?? '') ? clause.slice(0, left[0]!.index - start) : []
  return { left, lost }
}

/** How many terms stand after the clause's last comma, where they only count the time to the next clause. */
function timeTail({ terms, sentences }: Doc, first: number, last: number): number {
  if (last === sentences[terms[first]!.sentence]!.last) return 0
  let at = last
  while (at > first && TIME_TAIL.test(terms[at - 1]!.normal)) at--
  return at > first && terms[at - 1]!.post.includes(',') ? last - at : 0
}

/** The spans of terms, joined where they are neighbours. */
function runs(terms: readonly Term[]): Span[] {
  const spans: [number, number][] = []
  terms.forEach(({ index, start, end }, at) => {
    if (at > 0 && terms[at - 1]!.index === index - 1) spans.at(-1)![1] = end
    else spans.push([start, end])
  })
  return spans
}
