import { fileURLToPath } from 'node:url'
import { App, type CfnResource, Duration, Stack } from 'aws-cdk-lib'
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Bucket, EventType } from 'aws-cdk-lib/aws-s3'
import { SqsDestination } from 'aws-cdk-lib/aws-s3-notifications'
import { SubscriptionFilter, Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription, SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Template } from '../../../../local/cloud/template/template.ts'

export const TEST_ROOT = fileURLToPath(new URL('.', import.meta.url))

/** A small pipeline of the same kinds of resources as ours: bucket ► queue ► recorder ► table, FIFO steps, topic, API. */
export function testTemplate(change: (stack: Stack) => void = () => {}): Template {
  const app = new App({ builtinCloudFormationValidation: false, treeMetadata: false })
  const stack = new Stack(app, 'Test')
  const table = new TableV2(stack, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    globalSecondaryIndexes: [{ indexName: 'byKind', partitionKey: { name: 'kind', type: AttributeType.STRING } }],
  })
  const bucket = new Bucket(stack, 'Bucket', { versioned: true })
  const uploads = new Queue(stack, 'Uploads', { visibilityTimeout: Duration.seconds(60) })
  bucket.addEventNotification(EventType.OBJECT_CREATED, new SqsDestination(uploads), { prefix: 'in/' })

  const deadSteps = new Queue(stack, 'DeadSteps', { fifo: true })
  const steps = new Queue(stack, 'Steps', {
    fifo: true,
    visibilityTimeout: Duration.seconds(1),
    deadLetterQueue: { queue: deadSteps, maxReceiveCount: 2 },
  })
  const topic = new Topic(stack, 'Topic')
  const wanted = new Queue(stack, 'Wanted')
  const colour = SubscriptionFilter.stringFilter({ allowlist: ['red'] })
  topic.addSubscription(new SqsSubscription(wanted, { filterPolicy: { colour }, rawMessageDelivery: true }))
  topic.addSubscription(new EmailSubscription('reader@example.org'))

  const environment = {
    TABLE_NAME: table.tableName,
    STEPS_URL: steps.queueUrl,
    TOPIC_ARN: topic.topicArn,
    LABEL: `${stack.region}:${bucket.bucketName}`,
  }
  const recorder = entry(stack, 'Recorder', 'recorder.ts', environment)
  table.grantReadWriteData(recorder)
  bucket.grantRead(recorder)
  recorder.addEventSource(new SqsEventSource(uploads, { batchSize: 5, reportBatchItemFailures: true }))
  const stepper = entry(stack, 'Stepper', 'stepper.ts', environment, 1)
  table.grantReadWriteData(stepper)
  topic.grantPublish(stepper)
  stepper.addEventSource(new SqsEventSource(steps, { batchSize: 5, reportBatchItemFailures: true }))

  const api = new HttpApi(stack, 'Api')
  const integration = new HttpLambdaIntegration('Echo', entry(stack, 'EchoFunction', 'echo.ts', environment))
  api.addRoutes({ path: '/things/{id}', methods: [HttpMethod.GET, HttpMethod.POST], integration })
  api.addRoutes({ path: '/deep/{proxy+}', methods: [HttpMethod.ANY], integration })
  change(stack)
  return app.synth().getStackByName('Test').template
}

function entry(
  stack: Stack,
  id: string,
  file: string,
  environment: Record<string, string>,
  seconds = 10,
): LambdaFunction {
  const lambda = new LambdaFunction(stack, id, {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromInline('// run from its entry'),
    timeout: Duration.seconds(seconds),
    environment,
  })
  const resource = lambda.node.defaultChild as CfnResource
  resource.addMetadata('claimwire:entry', file)
  return lambda
}
