import { route } from '../route.ts'

export const health = route({
  operation: 'health',
  method: 'get',
  path: '/health',
  summary: 'Whether the API answers',
  answer: async () => ({ status: 'ok' as const }),
})
