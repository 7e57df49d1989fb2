import * as z from 'zod'
import type { Documentation } from './documented.ts'
import { FoundClaim, JudgedClaim, listOf } from './schemas.ts'

export const claims = {
  listClaims: {
    answer: listOf(z.union([JudgedClaim, FoundClaim])),
    examples: {
      'contradictions about the corridor': { query: { topic: 'corridor', verdict: 'contradiction', limit: '1' } },
      'all claims that somebody makes': { query: { speaker: 'ministry', limit: '1' } },
    },
  },
} satisfies Documentation
