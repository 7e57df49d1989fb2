import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Construct } from 'constructs'
import type { SweepEnv } from '../lambdas/sweep/env.ts'
import { acknowledge } from './acknowledge.ts'
import type { Bindings } from './binding.ts'
import type { Operations } from './operations.ts'
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
    acknowledge(hourly, {
      'Serverless-EventBusDLQ': 'The next hour calls again, and it looks at what this one missed.',
    })
  }
}
