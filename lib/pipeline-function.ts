import { fileURLToPath } from 'node:url'
import type { CfnResource, Duration } from 'aws-cdk-lib'
import { Grant } from 'aws-cdk-lib/aws-iam'
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { Binding, Bindings } from './binding.ts'

export const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url))
/** Where the template says which module holds a function's `handler`, so that it can be run without its bundle. */
export const ENTRY_METADATA = 'claimwire:entry'

export interface PipelineFunctionProps<Env> {
  /** Relative to the project's root. */
  entry: string
  bindings: Bindings<Env>
  timeout: Duration
  memorySize: number
}

/** A Node.js function of the pipeline: bundled with the SDK as ESM, its environment and its grants set in one call. */
export class PipelineFunction<Env> extends NodejsFunction {
  constructor(scope: Construct, id: string, props: PipelineFunctionProps<Env>) {
    super(scope, id, {
      entry: `${PROJECT_ROOT}${props.entry}`,
      projectRoot: PROJECT_ROOT,
      depsLockFilePath: `${PROJECT_ROOT}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: props.timeout,
      memorySize: props.memorySize,
      logGroup: new LogGroup(scope, `${id}Logs`, { retention: RetentionDays.ONE_MONTH }),
      bundling: {
        bundleAwsSDK: true,
        format: OutputFormat.ESM,
        mainFields: ['module', 'main'],
        minify: true,
        target: 'node24',
        // Some dependencies still call require(), which an ES module doesn't have.
        banner: "import{createRequire}from'module';const require=createRequire(import.meta.url);",
      },
    })
    for (const [name, binding] of Object.entries(props.bindings) as [string, Bindings<Env>[keyof Bindings<Env>]][]) {
      this.addEnvironment(name, binding.value)
      binding.grant(this)
    }
    const resource = this.node.defaultChild as CfnResource
    resource.addMetadata(ENTRY_METADATA, props.entry)
  }

  /** For whoever asks this function and waits for its answer. */
  invocable(): Binding {
    const resourceArns = [this.functionArn]
    return {
      value: this.functionName,
      grant: to => Grant.addToPrincipal({ grantee: to, actions: ['lambda:InvokeFunction'], resourceArns }),
    }
  }
}
