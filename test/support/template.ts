import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { PipelineStack } from '../../lib/pipeline-stack.ts'
import { type StageName, stageNamed } from '../../lib/stages.ts'

/** The stack as it synthesises, without bundling. */
export function synthesise(stage: StageName = 'prod'): Template {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } })
  return Template.fromStack(new PipelineStack(app, 'Claimwire', { stage: stageNamed(stage) }))
}
