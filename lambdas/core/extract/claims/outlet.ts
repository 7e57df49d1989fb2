import type { Doc, Term } from '../text/doc.ts'
import type { TopicHit } from '../topics/find-topics.ts'
import type { Attribution, Span } from '../types.ts'
import { clausesOf, hasVerb } from './clauses.ts'
import { within } from './positions.ts'

/** A clause in which the outlet itself tells a topic. */
export interface OutletStatement {
  spans: Span[]
  terms: Term[]
  topics: Set<string>
  rule: string
}

const LEAD_IN = /^(?:and|but|while|whereas|although|though|because|so|yet|as|that|nor)$/

/** One statement per clause that tells a topic and, without what is attributed in it, still has a verb. */
export function outletStatements(
  doc: Doc,
  attributions: readonly Attribution[],
  untold: readonly TopicHit[],
): OutletStatement[] {
  if (untold.length === 0) return []
  const attributed = attributedTerms(doc, attributions)
  const found = new Map<number, OutletStatement>()
  const cut = new Map<number, [number, number][]>()
  for (const { sentence, first, topic, rule } of untold) {
    const clauses = cut.get(sentence) ?? clausesOf(doc, doc.sentences[sentence]!)
    cut.set(sentence, clauses)
    const clause = clauses.find(([start, end]) => start <= first && first < end)!
    const known = found.get(clause[0])
    if (known) known.topics.add(topic)
    else {
      const terms = ownTerms(doc, clause, attributed)
      if (!attributed.has(first) && hasVerb(terms, 0, terms.length)) {
        found.set(clause[0], {
          spans: runs(terms),
          terms,
          topics: new Set([topic]),
          rule: `outlet/${rule.replace('/', '-')}`,
        })
      }
    }
  }
  return [...found.values()]
}

function attributedTerms(doc: Doc, attributions: readonly Attribution[]): Set<number> {
  const found = new Set<number>()
  for (const { source, cue, content } of attributions) {
    for (const span of [...(source?.spans ?? []), ...cue.spans, ...content.spans]) {
      for (const { index } of within(doc.terms, span)) found.add(index)
    }
  }
  return found
}

function ownTerms({ terms }: Doc, [first, last]: [number, number], attributed: ReadonlySet<number>): Term[] {
  let start = first
  while (start < last && LEAD_IN.test(terms[start]!.normal)) start++
  return terms.slice(start, last).filter(term => !attributed.has(term.index))
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
