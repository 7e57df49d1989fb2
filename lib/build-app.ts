import { App, type AppProps } from 'aws-cdk-lib'
import { check } from './checks.ts'
import { PipelineStack } from './pipeline-stack.ts'
import { stageNamed } from './stages.ts'

/** The stack of the stage that the context names, dev where it names none, with the rule packs that watch its synthesis. @throws UnknownStage */
export function buildApp(props?: AppProps): App {
  const app = new App(props)
  const stage = stageNamed(app.node.tryGetContext('stage') ?? 'dev')
  new PipelineStack(app, `Claimwire-${stage.name}`, { stage })
  check(app)
  return app
}
