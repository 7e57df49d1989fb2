import { GraphWidget, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { METRICS } from '../lambdas/core/store/keys.ts'
import type { Operations } from './operations.ts'

/** A metric that a function of ours writes into its log: see lambdas/core/metrics.ts for the names. */
export function ownMetric(name: string, service: string, dimensions: Record<string, string> = {}): Metric {
  return new Metric({
    namespace: METRICS,
    metricName: name,
    dimensionsMap: { service, ...dimensions },
    statistic: 'sum',
  })
}

/** What came of the articles, as a row of the dashboard. */
export function showNews(operations: Operations): void {
  const counts = ['Articles', 'Claims', 'Rejected'].map(name => ownMetric(name, 'ingest'))
  const stages = [
    ...['read', 'extract', 'store'].map(stage => ['ingest', stage] as const),
    ...['judge', 'publish'].map(stage => ['alert', stage] as const),
  ]
  const times = stages.map(([service, stage]) => ownMetric('Time', service, { stage }).with({ statistic: 'p99' }))
  operations.show(
    'News',
    new GraphWidget({ title: 'Articles, claims, rejected uploads', left: counts, width: 8 }),
    new GraphWidget({
      title: 'Verdicts and alerts, by topic',
      left: [search('Verdicts', ['service', 'topic', 'verdict']), search('Alerts', ['service', 'topic'])],
      width: 8,
    }),
    new GraphWidget({ title: 'Milliseconds of each stage, 99th percentile', left: times, width: 8 }),
  )
}

/** Whatever topics there are by then. */
const search = (name: string, dimensions: string[]): MathExpression =>
  new MathExpression({
    expression: `SEARCH('{${[METRICS, ...dimensions].join(',')}} MetricName="${name}"', 'Sum')`,
    usingMetrics: {},
    label: '',
  })
