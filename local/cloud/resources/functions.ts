import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundle } from '../functions/bundle.ts'
import { Lambda } from '../functions/lambda.ts'
import type { Blueprint } from '../template/blueprint.ts'
import { resourcesOf, type Template } from '../template/template.ts'

interface FunctionProperties {
  Environment?: { Variables?: Record<string, unknown> }
  Timeout?: number
  MemorySize?: number
}

/** Set on a function by its construct: the module that exports `handler`, relative to the project's root. */
export const ENTRY = 'claimwire:entry'

/** Of one function at a time; queues ask for fewer, by their pollers. */
const MAX_ENVIRONMENTS = 4

const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/claimwire', import.meta.url))

/**
 * Bundles every function of the template that names its entry, and gives the directory; CDK's own helpers name none,
 * and aren't needed here.
 */
export async function bundleFunctions(template: Template, projectRoot: string): Promise<string> {
  const functions = resourcesOf(template, 'AWS::Lambda::Function')
  const named = functions.map(([logicalId, { Metadata }]) => [logicalId, Metadata?.[ENTRY]])
  const entries = Object.fromEntries(named.filter(([, entry]) => typeof entry === 'string'))
  const name = createHash('sha256').update(projectRoot).digest('hex').slice(0, 12)
  return bundle({ projectRoot, entries, cacheDir: join(CACHE, name) })
}

export interface FunctionOptions {
  directory: string
  /** Variables that every function has besides its own. */
  shared: Record<string, string>
  log(line: string): void
}

/** The functions that can be run, by name. */
export function createFunctions(plan: Blueprint, options: FunctionOptions): Map<string, Lambda> {
  const planned = plan.all<FunctionProperties>('AWS::Lambda::Function').filter(({ metadata }) => metadata[ENTRY])
  return new Map(
    planned.map(({ logicalId, identity, properties }) => {
      const name = identity.ref
      const memoryMb = properties.MemorySize ?? 128
      const own = Object.entries(properties.Environment?.Variables ?? {}).map(([key, value]) => [key, String(value)])
      const settings = {
        name,
        arn: identity.attributes.Arn!,
        module: pathToFileURL(join(options.directory, `${logicalId}.mjs`)).href,
        variables: {
          ...options.shared,
          // Whom the guard knows it by.
          AWS_ACCESS_KEY_ID: name,
          AWS_LAMBDA_FUNCTION_NAME: name,
          AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
          ...Object.fromEntries(own),
        },
        timeoutMs: (properties.Timeout ?? 3) * 1000,
        memoryMb,
        log: (line: string) => options.log(`${name}: ${line}`),
      }
      return [name, new Lambda(settings, MAX_ENVIRONMENTS)]
    }),
  )
}
