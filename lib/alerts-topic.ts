import { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { Binding } from './binding.ts'

/** Where people subscribe; filter policies pick by topic, verdict, outlet and entity. */
export class AlertsTopic extends Construct {
  readonly topic: Topic

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { displayName: 'Claimwire alerts', enforceSSL: true })
  }

  publishable(): Binding {
    return { value: this.topic.topicArn, grant: to => this.topic.grantPublish(to) }
  }
}
