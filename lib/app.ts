import { App } from 'aws-cdk-lib'
import { check } from './checks.ts'
import { PipelineStack } from './pipeline-stack.ts'
import { stageNamed, UnknownStage } from './stages.ts'

try {
  const app = new App()
  const stage = stageNamed(app.node.tryGetContext('stage') ?? 'dev')
  new PipelineStack(app, `Claimwire-${stage.name}`, { stage })
  check(app)
} catch (error) {
  if (!(error instanceof UnknownStage)) throw error
  console.error(error.message)
  process.exitCode = 1
}
