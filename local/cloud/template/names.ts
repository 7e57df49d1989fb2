import { arn, LOOPBACK } from './place.ts'
import type { Resource } from './template.ts'

/** What `Ref` and `Fn::GetAtt` give for a resource here. */
export interface Identity {
  ref: string
  attributes: Record<string, string>
}

export interface Ports {
  /** S3, SQS and SNS. */
  messaging: number
  api: number
}

/** Names follow from the logical id, so that they are the same on every start and need no order of creation. */
export function identify(logicalId: string, resource: Resource, ports: Ports): Identity {
  const named = (property: string): string => {
    const given = resource.Properties?.[property]
    return typeof given === 'string' ? given : logicalId
  }
  switch (resource.Type) {
    case 'AWS::DynamoDB::GlobalTable': {
      const name = named('TableName')
      return { ref: name, attributes: { Arn: arn('dynamodb', `table/${name}`) } }
    }
    case 'AWS::S3::Bucket': {
      const name = named('BucketName').toLowerCase()
      return { ref: name, attributes: { Arn: `arn:aws:s3:::${name}` } }
    }
    case 'AWS::SQS::Queue': {
      const name = queueName(named('QueueName'), resource)
      const url = `http://${LOOPBACK}:${ports.messaging}/000000000000/${name}`
      return { ref: url, attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url } }
    }
    case 'AWS::SNS::Topic': {
      const name = named('TopicName')
      return { ref: arn('sns', name), attributes: { TopicArn: arn('sns', name), TopicName: name } }
    }
    case 'AWS::Lambda::Function': {
      const name = named('FunctionName')
      return { ref: name, attributes: { Arn: arn('lambda', `function:${name}`) } }
    }
    case 'AWS::ApiGatewayV2::Api':
      return { ref: logicalId, attributes: { ApiEndpoint: `http://${LOOPBACK}:${ports.api}` } }
    default:
      return { ref: logicalId, attributes: { Arn: arn('local', logicalId) } }
  }
}

function queueName(name: string, resource: Resource): string {
  return resource.Properties?.FifoQueue === true && !name.endsWith('.fifo') ? `${name}.fifo` : name
}
