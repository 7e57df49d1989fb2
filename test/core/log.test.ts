import { afterEach, expect, it, vi } from 'vitest'
import { jsonLog } from '../../lambdas/core/log.ts'

afterEach(() => vi.restoreAllMocks())

it('is one line of JSON, with the time and the level by which Lambda filters', () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  jsonLog.error('record failed', { messageId: 'm-1', error: 'Two\nlines' })
  const [line] = write.mock.calls[0] as [string]
  expect(line.match(/\n/g)).toHaveLength(1)
  expect(JSON.parse(line)).toEqual({
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    level: 'error',
    message: 'record failed',
    messageId: 'm-1',
    error: 'Two\nlines',
  })
})
