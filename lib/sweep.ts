import { Duration } from 'aws-cdk-lib'
import { GraphWidget, MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Construct } from 'constructs'
import type { SweepEnv } from '../lambdas/sweep/env.ts'
import { acknowledge } from './acknowledge.ts'
import type { Bindings } from './binding.ts'
import type { Operations } from './operations.ts'
import { ownMetric } from './own-metric.ts'
import { PipelineFunction } from './pipeline-function.ts'

/** Looks every hour for uploads and alerts that got lost on the way, and sends them on their way again. */
export class Sweep extends Construct {
  constructor(scope: Construct, id: string, props: { bindings: Bindings<SweepEnv>; operations: Operations }) {
    super(scope, id)
    const { apiConcurrency } = props.operations.stage
    const sweep = new PipelineFunction<SweepEnv>(this, 'Function', {
      ...props,
      entry: 'lambdas/sweep/index.ts',
      timeout: Duration.minutes(5),
      memorySize: 512,
      // One at a time, where the account's quota lets anything be set aside.
      reservedConcurrency: apiConcurrency === null ? undefined : 1,
      impact: 'Nobody looks for uploads and alerts that got lost on the way. The others are not touched by it.',
    })
    // An upload is seen by two runs: see MOST_AGE_MS in lambdas/sweep.
    const hourly = new Rule(this, 'Hourly', {
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [new LambdaFunction(sweep)],
    })
    watch(this, props.operations)
    acknowledge(hourly, {
      'Serverless-EventBusDLQ': 'The next hour calls again, and it looks at what this one missed.',
    })
  }
}

function watch(scope: Construct, operations: Operations): void {
  const [uploads, claims, cut] = ['ResentUploads', 'ResentClaims', 'SweepsCut'].map(name => ownMetric(name, 'sweep'))
  const period = Duration.hours(1)
  operations.alarm(scope, 'LostAlarm', {
    metric: new MathExpression({
      expression: 'uploads + claims',
      usingMetrics: { uploads: uploads!, claims: claims! },
      period,
    }),
    impact: 'Articles or alerts came up to two hours late: they were lost on the way, and the sweep sent them on.',
    runbook: 'Lost on the way',
  })
  operations.alarm(scope, 'CutAlarm', {
    metric: cut!.with({ period }),
    impact:
      'There may be uploads and alerts that got lost and that nobody looks for: the sweep had more to do than it may.',
    runbook: 'Sweep cut short',
  })
  operations.show('Sweep', new GraphWidget({ title: 'Sent again', left: [uploads!, claims!], width: 8 }))
}
