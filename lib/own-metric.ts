import { GraphWidget, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { METRICS } from '../lambdas/core/store/keys.ts'
import type { Operations } from './operations.ts'

/** A metric that a function of ours writes into its log: see lambdas/core/metrics.ts for the names. */
export function ownMetric(name: string, service: string): Metric {
  return new Metric({ namespace: METRICS, metricName: name, dimensionsMap: { service }, statistic: 'sum' })
}

/** What came of the articles, as a row of the dashboard. */
export function showNews(operations: Operations): void {
  const counts = ['Articles', 'Claims', 'Rejected'].map(name => ownMetric(name, 'ingest'))
  const times = ['read', 'extract', 'store'].map(stage =>
    ownMetric(`Time-${stage}`, 'ingest').with({ statistic: 'p99' }),
  )
  operations.show(
    'News',
    new GraphWidget({ title: 'Articles, claims, rejected uploads', left: counts, width: 8 }),
    new GraphWidget({
      title: 'Verdicts and alerts, by topic',
      left: [search(['Verdicts-new', 'Verdicts-repeat', 'Verdicts-update', 'Verdicts-contradiction', 'Alerts'], 'Sum')],
      width: 8,
    }),
    new GraphWidget({
      title: 'Milliseconds of each stage, 99th percentile',
      left: [...times, search(['Time-judge', 'Time-publish'], 'p99')],
      width: 8,
    }),
  )
}

/** Whatever topics there are by then. */
function search(names: string[], statistic: string): MathExpression {
  const named = names.map(name => `MetricName="${name}"`).join(' OR ')
  const expression = `SEARCH('{${METRICS},service,topic} (${named})', '${statistic}')`
  return new MathExpression({ expression, usingMetrics: {}, label: '' })
}
