import { findEntities } from '../../../lambdas/core/extract/entities/find-entities.ts'
import { findFigures } from '../../../lambdas/core/extract/figures/find-figures.ts'
import { type ClaimBits, describe, readSlots } from '../../../lambdas/core/extract/slots/describe.ts'
import { parse } from '../../../lambdas/core/extract/text/parse.ts'
import type { IncomingClaim, Proposition, StoredClaim } from '../../../lambdas/core/novelty/types.ts'

interface Said extends Partial<ClaimBits> {
  publishedAt?: string
}

/** The proposition of a whole text, said by the outlet unless told otherwise. */
export function propositionOf(text: string, { publishedAt, ...bits }: Said = {}): Proposition {
  const doc = parse(text)
  const reader = readSlots(doc, findEntities(doc).entities, findFigures(doc), publishedAt ?? null, [[0, text.length]])
  const outlet = {
    spans: [[0, text.length]],
    source: null,
    cue: null,
    polarity: 'affirmed',
    modality: 'asserted',
  } as const
  return describe(reader, { ...outlet, ...bits })
}

/** A claim with this text, as it comes in. */
export function claimOf(id: string, text: string, said: Said = {}): IncomingClaim & StoredClaim {
  const speaker = said.source?.name ?? null
  return {
    id,
    text,
    speaker,
    outlet: 'The Daily',
    proposition: propositionOf(text, said),
    publishedAt: said.publishedAt ?? null,
  }
}
