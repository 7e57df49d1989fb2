import { App } from 'aws-cdk-lib'
import { PipelineStack } from '../lib/pipeline-stack.ts'
import type { Template } from './cloud/template/template.ts'

/** The stack's template, made in this process: no bundling, no network, no account. */
export function synthesise(): Template {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } })
  const stack = new PipelineStack(app, 'Claimwire')
  return app.synth().getStackArtifact(stack.artifactId).template as Template
}
