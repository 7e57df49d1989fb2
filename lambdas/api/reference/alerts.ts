import type { Documentation } from './documented.ts'
import { Alert, listOf } from './schemas.ts'

export const alerts = {
  listAlerts: {
    answer: listOf(Alert),
    examples: { 'the latest alert on the corridor': { query: { topic: 'corridor', limit: '1' } } },
  },
  getAlert: {
    answer: Alert,
    examples: { 'one alert': { params: { id: 'al_corridor_ae8a80cad82462f2ce4e3_98bde6e36fba' } } },
  },
} satisfies Documentation
