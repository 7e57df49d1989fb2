import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Lambda } from '../../../../local/cloud/functions/lambda.ts'
import { createSchedules } from '../../../../local/cloud/resources/schedules.ts'
import { blueprint } from '../../../../local/cloud/template/blueprint.ts'

const HOUR = 3_600_000
const events: unknown[] = []
const lines: string[] = []
let fails = false

function schedulesOf(expression: string, given: Record<string, unknown> = {}) {
  const Targets = [{ Arn: { 'Fn::GetAtt': ['Sweep', 'Arn'] }, Id: 'Target0' }]
  const rule = { ScheduleExpression: expression, State: 'ENABLED', Targets, ...given }
  const Resources = {
    Sweep: { Type: 'AWS::Lambda::Function', Properties: {} },
    Hourly: { Type: 'AWS::Events::Rule', Properties: rule },
  }
  const plan = blueprint({ Resources }, { messaging: 4000, api: 5000 })
  const invoke = async (event: unknown) => {
    events.push(event)
    if (fails) throw new Error('the sweep failed')
  }
  const lambda = { settings: { arn: plan.identity('Sweep').attributes.Arn }, invoke } as unknown as Lambda
  return { lambda, schedules: createSchedules(plan, new Map([['Sweep', lambda]]), line => lines.push(line)) }
}

beforeEach(() => {
  vi.useFakeTimers()
  events.length = lines.length = 0
  fails = false
})
afterEach(() => vi.useRealTimers())

describe('a schedule', () => {
  it('calls its function at its rate, with the time, until it is stopped', async () => {
    const { schedules, lambda } = schedulesOf('rate(1 hour)')
    expect(schedules.calls(lambda)).toBe(true)
    schedules.start()
    await vi.advanceTimersByTimeAsync(HOUR - 1)
    expect(events).toEqual([])
    await vi.advanceTimersByTimeAsync(2 * HOUR)
    expect(events).toEqual([expect.objectContaining({ source: 'aws.events' }), expect.anything()])
    const [first, second] = (events as { time: string }[]).map(({ time }) => Date.parse(time))
    expect(second! - first!).toBe(HOUR)
    schedules.stop()
    await vi.advanceTimersByTimeAsync(3 * HOUR)
    expect(events).toHaveLength(2)
  })

  it('goes on after a call that failed, and says that it did', async () => {
    const { schedules } = schedulesOf('rate(5 minutes)')
    fails = true
    schedules.start()
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(lines).toEqual(['the sweep failed', 'the sweep failed'])
    schedules.stop()
  })

  it('that is disabled calls nothing', () => {
    const { schedules, lambda } = schedulesOf('rate(1 hour)', { State: 'DISABLED' })
    expect(schedules.calls(lambda)).toBe(false)
  })

  it.each(['cron(0 12 * * ? *)', 'rate(0.5 hours)', ''])('that is no rate is refused by name: %s', expression => {
    expect(() => schedulesOf(expression)).toThrow('Hourly')
  })
})
