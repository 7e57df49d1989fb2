import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { PipelineStack } from '../../lib/pipeline-stack.ts'
import { type Stage, type StageName, stageNamed } from '../../lib/stages.ts'

/** The stack as it is built, without bundling. */
export function buildStack(stage: StageName | Stage = 'prod'): PipelineStack {
  const app = new App({ builtinCloudFormationValidation: false, context: { 'aws:cdk:bundling-stacks': [] } })
  return new PipelineStack(app, 'Claimwire', { stage: typeof stage === 'string' ? stageNamed(stage) : stage })
}

/** The stack as it synthesises. */
export const synthesise = (stage?: StageName | Stage): Template => Template.fromStack(buildStack(stage))
