import type { Lambda } from '../functions/lambda.ts'
import type { Blueprint } from '../template/blueprint.ts'
import { LocalCloudError } from '../template/local-cloud-error.ts'

interface RuleProperties {
  ScheduleExpression?: string
  State?: string
  Targets?: { Arn: string }[]
}

/** What is called every so often while the process runs. */
export interface Schedules {
  /** Whether that function waits for its time. */
  calls(lambda: Lambda): boolean
  start(): void
  stop(): void
}

interface Scheduled {
  everyMs: number
  lambda: Lambda
}

const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

export function createSchedules(
  plan: Blueprint,
  functions: ReadonlyMap<string, Lambda>,
  log: (line: string) => void,
): Schedules {
  const scheduled = plan
    .all<RuleProperties>('AWS::Events::Rule')
    .filter(({ properties }) => properties.State !== 'DISABLED')
    .flatMap(({ logicalId, properties: { ScheduleExpression, Targets = [] } }): Scheduled[] => {
      const everyMs = rateOf(ScheduleExpression ?? '')
      if (!everyMs) {
        throw new LocalCloudError(`${logicalId}: the local cloud calls at a rate only, not at '${ScheduleExpression}'`)
      }
      return Targets.map(({ Arn }) => {
        const lambda = [...functions.values()].find(({ settings }) => settings.arn === Arn)
        if (!lambda) throw new LocalCloudError(`${logicalId}: ${Arn} is no function that can be run`)
        return { everyMs, lambda }
      })
    })
  const timers: NodeJS.Timeout[] = []
  const call = async (lambda: Lambda) => {
    try {
      await lambda.invoke({ source: 'aws.events', 'detail-type': 'Scheduled Event', time: new Date().toISOString() })
    } catch (error) {
      log(error instanceof Error ? error.message : String(error))
    }
  }
  return {
    calls: lambda => scheduled.some(one => one.lambda === lambda),
    start: () => {
      for (const { everyMs, lambda } of scheduled) timers.push(setInterval(() => void call(lambda), everyMs).unref())
    },
    stop: () => timers.forEach(clearInterval),
  }
}

/** In milliseconds; undefined where it is no rate: "rate(1 hour)". */
function rateOf(expression: string): number | undefined {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? []
  return unit === undefined ? undefined : Number(count) * UNITS[unit]!
}
