import { MetricUnit, Metrics as Powertools } from '@aws-lambda-powertools/metrics'
import type { Counter, Dimensions, Metrics, Stage } from './metrics.ts'
import { METRICS } from './store/keys.ts'

/** Metrics as lines of the log, in CloudWatch's embedded format: one line per invocation and set of dimensions. */
export class PowertoolsMetrics implements Metrics {
  private readonly powertools: Powertools
  private readonly now: () => number
  private readonly counts = new Map<string, { name: Counter; dimensions: Dimensions; n: number }>()
  private readonly times: { stage: Stage; milliseconds: number }[] = []

  /** `service`: the function's name, a dimension of each metric. */
  constructor(service: string, now: () => number = () => performance.now()) {
    this.powertools = new Powertools({ namespace: METRICS, serviceName: service })
    this.now = now
  }

  count(name: Counter, n = 1, dimensions: Dimensions = {}): void {
    const key = JSON.stringify([name, dimensions])
    const counted = this.counts.get(key)
    this.counts.set(key, { name, dimensions, n: n + (counted?.n ?? 0) })
  }

  async timed<T>(stage: Stage, work: () => T | Promise<T>): Promise<T> {
    const started = this.now()
    try {
      return await work()
    } finally {
      this.times.push({ stage, milliseconds: this.now() - started })
    }
  }

  flush(): void {
    for (const together of groups([...this.counts.values()], ({ dimensions }) => dimensions)) {
      for (const { name, n } of together) this.powertools.addMetric(name, MetricUnit.Count, n)
      this.publish(together[0]!.dimensions)
    }
    for (const together of groups(this.times, ({ stage }) => stage)) {
      for (const { milliseconds } of together) this.powertools.addMetric('Time', MetricUnit.Milliseconds, milliseconds)
      this.publish({ stage: together[0]!.stage })
    }
    this.counts.clear()
    this.times.length = 0
  }

  private publish(dimensions: Record<string, string>): void {
    for (const [name, value] of Object.entries(dimensions)) this.powertools.addDimension(name, value)
    this.powertools.publishStoredMetrics()
  }
}

function groups<T>(all: readonly T[], by: (one: T) => unknown): T[][] {
  const found = new Map<string, T[]>()
  for (const one of all) {
    const key = JSON.stringify(by(one))
    found.set(key, [...(found.get(key) ?? []), one])
  }
  return [...found.values()]
}
