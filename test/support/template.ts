import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { PipelineStack } from '../../lib/pipeline-stack.ts'

/** The stack as it synthesises, without bundling. */
export function synthesise(): Template {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } })
  return Template.fromStack(new PipelineStack(app, 'Claimwire'))
}
