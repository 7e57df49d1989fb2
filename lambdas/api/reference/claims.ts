import * as z from 'zod'
import type { Documentation } from './documented.ts'
import {
  Claim,
  EarlierClaim,
  Figure,
  FoundClaim,
  ItemArticle,
  JudgedClaim,
  listOf,
  Sighting,
  SlotFigure,
  Time,
  Verdict,
} from './schemas.ts'

const Point = z.object({
  at: Time,
  claim: z.string(),
  source: z.string().nullable().describe('Who gave the figure; null: the outlet'),
  outlet: z.string().nullable(),
  figure: SlotFigure,
})
const History = z
  .object({
    topic: z.string(),
    verdict: Verdict,
    because: z.string(),
    ref: EarlierClaim.nullable(),
    root: z.string().describe('Id of the claim that the series began with'),
    sightings: z.array(Sighting).describe('Of the whole series, earliest first'),
    series: z.array(Point).describe('How its figures went over the articles’ time'),
    contradictions: z.array(Sighting).describe('What stands against it, side by side'),
    corroboration: z.object({
      outlets: z.int().describe('How many have it on their own: a wire copy is not independent'),
      names: z.array(z.string()).describe('All that have it'),
    }),
    partial: z.boolean().describe('There may be more than was read'),
  })
  .meta({ id: 'History', description: 'What the ledger holds of a claim under one topic' })

export const claims = {
  listClaims: {
    answer: listOf(z.union([JudgedClaim, FoundClaim])),
    examples: {
      'contradictions about the corridor': { query: { topic: 'corridor', verdict: 'contradiction', limit: '1' } },
      'all claims that somebody makes': { query: { speaker: 'ministry', limit: '1' } },
    },
  },
  getClaim: {
    answer: z
      .object({
        id: z.string(),
        article: ItemArticle.extend({
          revision: z.string(),
          latest: z.boolean().describe('Whether the latest text of the article still has the claim'),
        }),
        claim: Claim,
        figures: z.array(Figure).describe('Those of the claim'),
        topics: z.array(History).describe('Its history under each topic; empty until it is judged'),
      })
      .meta({ id: 'ClaimWithHistory' }),
    examples: { 'a claim and what stands against it': { params: { id: 'c_ae2056bdbacb861a5841b_736eac16265e' } } },
  },
} satisfies Documentation
