import * as z from 'zod'
import type { Documentation } from './documented.ts'

export const health = {
  health: { answer: z.object({ status: z.literal('ok') }), examples: { 'is it up': {} } },
} satisfies Documentation
