import type { CfnResource, Duration } from 'aws-cdk-lib'
import { GraphWidget } from 'aws-cdk-lib/aws-cloudwatch'
import { Grant } from 'aws-cdk-lib/aws-iam'
import {
  ApplicationLogLevel,
  Architecture,
  EventSourceMapping,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { type Binding, type Bindings, bind } from './binding.ts'
import { bundledCode } from './bundled-code.ts'
import { functionRole } from './function-role.ts'
import type { Operations } from './operations.ts'
import { removal } from './stages.ts'

/** Where the template says which module holds a function's `handler`, so that it can be run without its bundle. */
export const ENTRY_METADATA = 'claimwire:entry'

export interface PipelineFunctionProps<Env> {
  /** Relative to the project's root. */
  entry: string
  bindings: Bindings<Env>
  timeout: Duration
  memorySize: number
  operations: Operations
  /** What is late or missing for people while it fails. */
  impact: string
  /** Set aside for it, and its limit. A function that a queue feeds is limited by that. */
  reservedConcurrency?: number
}

/** A Node.js function of the pipeline: bundled with the SDK as ESM, its environment and its grants set in one call. */
export class PipelineFunction<Env> extends LambdaFunction {
  constructor(scope: Construct, id: string, props: PipelineFunctionProps<Env>) {
    const { operations } = props
    const { stage } = operations
    const logGroup = new LogGroup(scope, `${id}Logs`, { retention: stage.logDays, removalPolicy: removal(stage) })
    super(scope, id, {
      code: bundledCode(props.entry),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: props.timeout,
      memorySize: props.memorySize,
      reservedConcurrentExecutions: props.reservedConcurrency,
      role: functionRole(scope, `${id}Role`, logGroup),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel[stage.logLevel.ours],
      systemLogLevelV2: SystemLogLevel[stage.logLevel.lambda],
      tracing: Tracing.ACTIVE,
    })
    for (const [name, binding] of Object.entries(props.bindings) as [string, Bindings<Env>[keyof Bindings<Env>]][]) {
      this.addEnvironment(name, binding.value)
      binding.grant(this)
    }
    const resource = this.node.defaultChild as CfnResource
    resource.addMetadata(ENTRY_METADATA, props.entry)
    acknowledge(this, {
      'Serverless-LambdaDLQ':
        'Queues have dead letters of their own, callers of the API get the error, and a schedule calls again.',
    })
    this.watch(operations, id, props.impact)
  }

  /** Is given the queue's messages, at most so many batches at a time. */
  consume(queue: Queue, { batchSize, maxConcurrency }: { batchSize: number; maxConcurrency: number }): void {
    const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']
    const right = Grant.addToPrincipal({ grantee: this, actions, resourceArns: [queue.queueArn] })
    const mapping = new EventSourceMapping(this, 'Messages', {
      target: this,
      eventSourceArn: queue.queueArn,
      batchSize,
      maxConcurrency,
      reportBatchItemFailures: true,
    })
    // Lambda tries the queue when the mapping is made.
    right.applyBefore(mapping)
    acknowledge(mapping, {
      'Serverless-LambdaEventSourceMappingDestination':
        'A mapping of a queue takes none: the queue has its dead letters.',
    })
  }

  /** For whoever asks this function and waits for its answer. */
  invocable(): Binding {
    return bind(this.functionName, [this.functionArn], 'lambda:InvokeFunction')
  }

  private watch(operations: Operations, name: string, impact: string): void {
    const errors = this.metricErrors()
    const throttles = this.metricThrottles()
    const threshold = operations.stage.alarms.errors
    operations.alarm(this, 'ErrorsAlarm', { metric: errors, threshold, impact, runbook: 'Function errors' })
    operations.alarm(this, 'ThrottlesAlarm', { metric: throttles, impact, runbook: 'Function throttles' })
    operations.show(
      `Function ${name}`,
      new GraphWidget({ title: 'Calls', left: [this.metricInvocations()], width: 8 }),
      new GraphWidget({ title: 'Errors and throttles', left: [errors, throttles], width: 8 }),
      new GraphWidget({
        title: 'Milliseconds',
        left: ['p50', 'p99'].map(statistic => this.metricDuration({ statistic })),
        width: 8,
      }),
    )
  }
}
