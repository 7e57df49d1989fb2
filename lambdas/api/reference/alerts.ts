import type { Documentation } from './documented.ts'
import { Alert, listOf } from './schemas.ts'

export const alerts = {
  listAlerts: {
    answer: listOf(Alert),
    examples: { 'the latest alert on the corridor': { query: { topic: 'corridor', limit: '1' } } },
  },
} satisfies Documentation
