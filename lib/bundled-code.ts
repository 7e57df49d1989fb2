import { fileURLToPath } from 'node:url'
import { AssetHashType, DockerImage } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { buildSync } from 'esbuild'
import { BUNDLE } from './bundle.ts'

const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url))

/** A function's code from its entry. `NodejsFunction` can't split a bundle, and what is loaded later would be half of the api's. */
export function bundledCode(entry: string): Code {
  const tryBundle = (outdir: string) => {
    const entryPoints = [{ in: `${PROJECT_ROOT}${entry}`, out: 'index' }]
    buildSync({ ...BUNDLE, absWorkingDir: PROJECT_ROOT, entryPoints, outdir, minify: true, target: 'node24' })
    return true
  }
  return Code.fromAsset(PROJECT_ROOT, {
    assetHashType: AssetHashType.OUTPUT,
    // The image is never asked for; the command tells one function's bundle from another's.
    bundling: { image: DockerImage.fromRegistry('none'), command: [entry], local: { tryBundle } },
  })
}
