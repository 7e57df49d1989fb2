import { MetricUnit, Metrics as Powertools } from '@aws-lambda-powertools/metrics'
import type { Counter, Metrics, Stage } from './metrics.ts'
import { METRICS } from './store/keys.ts'

interface Measured {
  counts: Map<Counter, number>
  times: { stage: Stage; milliseconds: number }[]
}

/** Metrics as lines of the log, in CloudWatch's embedded format: one line per invocation and topic, for each costs what it is long. */
export class PowertoolsMetrics implements Metrics {
  private readonly powertools: Powertools
  private readonly now: () => number
  private readonly measured = new Map<string | undefined, Measured>()

  /** `service`: the function's name, a dimension of each metric. */
  constructor(service: string, now: () => number = () => performance.now()) {
    this.powertools = new Powertools({ namespace: METRICS, serviceName: service })
    this.now = now
  }

  count(name: Counter, n = 1, topic?: string): void {
    const { counts } = this.of(topic)
    counts.set(name, n + (counts.get(name) ?? 0))
  }

  async timed<T>(stage: Stage, work: () => T | Promise<T>, topic?: string): Promise<T> {
    const started = this.now()
    try {
      return await work()
    } finally {
      this.of(topic).times.push({ stage, milliseconds: Math.round((this.now() - started) * 10) / 10 })
    }
  }

  flush(): void {
    for (const [topic, { counts, times }] of this.measured) {
      for (const [name, n] of counts) this.powertools.addMetric(name, MetricUnit.Count, n)
      for (const { stage, milliseconds } of times)
        this.powertools.addMetric(`Time-${stage}`, MetricUnit.Milliseconds, milliseconds)
      if (topic !== undefined) this.powertools.addDimension('topic', topic)
      this.powertools.publishStoredMetrics()
    }
    this.measured.clear()
  }

  private of(topic: string | undefined): Measured {
    const measured = this.measured.get(topic) ?? { counts: new Map(), times: [] }
    this.measured.set(topic, measured)
    return measured
  }
}
