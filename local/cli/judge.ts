import { findEntities } from '../../lambdas/core/extract/entities/find-entities.ts'
import { findFigures } from '../../lambdas/core/extract/figures/find-figures.ts'
import { describe, readSlots } from '../../lambdas/core/extract/slots/describe.ts'
import { parse } from '../../lambdas/core/extract/text/parse.ts'
import { judge } from '../../lambdas/core/novelty/judge.ts'
import type { IncomingClaim, Judgement } from '../../lambdas/core/novelty/types.ts'

/** Judges the claim text `b` against `a`, which stands, by the code that the alert function runs. */
export function judgeTexts(a: string, b: string): Pick<Judgement, 'verdict' | 'score' | 'because'> {
  const { verdict, score, because } = judge(read('b', b), [read('a', a)])
  return { verdict, score, because }
}

function read(id: string, text: string): IncomingClaim {
  const doc = parse(text)
  const { entities } = findEntities(doc)
  const reader = readSlots(doc, entities, findFigures(doc), null, [[0, text.length]])
  const proposition = describe(reader, {
    spans: [[0, text.length]],
    source: null,
    cue: null,
    polarity: 'affirmed',
    modality: 'asserted',
  })
  return { id, text, speaker: null, outlet: null, proposition, publishedAt: null }
}
