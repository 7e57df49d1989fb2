import { App } from 'aws-cdk-lib'
import { PipelineStack } from './pipeline-stack.ts'

new PipelineStack(new App(), 'Claimwire')
