import { App } from 'aws-cdk-lib'
import { PipelineStack } from '../lib/pipeline-stack.ts'
import { type StageName, stageNamed } from '../lib/stages.ts'
import type { Template } from './cloud/template/template.ts'

/** The stack's template, made in this process: no bundling, no network, no account. */
export function synthesise(stage: StageName = 'dev'): Template {
  // `cdk synth` validates against CloudFormation's rules; that takes three times as long as all the rest.
  const app = new App({ builtinCloudFormationValidation: false, context: { 'aws:cdk:bundling-stacks': [] } })
  const stack = new PipelineStack(app, 'Claimwire', { stage: stageNamed(stage) })
  return app.synth().getStackArtifact(stack.artifactId).template as Template
}
