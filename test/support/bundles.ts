import { statSync } from 'node:fs'
import path from 'node:path'
import { build, type Metafile } from 'esbuild'
import { BUNDLE } from '../../lib/bundle.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

export interface Bundle {
  /** The module that is imported. */
  file: string
  /** Sources that are loaded at the start; what `import()` brings in later is not among them. */
  atStart: string[]
  all: string[]
  kilobytesAtStart: number
}

/** Bundles a module as the stack does, into a folder. */
export async function bundleOf(entry: string, outdir: string): Promise<Bundle> {
  const { metafile } = await build({
    ...BUNDLE,
    absWorkingDir: ROOT,
    entryPoints: [{ in: path.resolve(ROOT, entry), out: 'index' }],
    outdir,
    nodePaths: [path.join(ROOT, 'node_modules')],
    target: 'node20',
    minify: true,
    metafile: true,
    logLevel: 'error',
  })
  const index = Object.keys(metafile.outputs).find(output => path.basename(output) === 'index.mjs')!
  const first = loadedWith(metafile, index)
  const bytes = first.reduce((sum, output) => sum + statSync(path.resolve(ROOT, output)).size, 0)
  return {
    file: path.resolve(ROOT, index),
    atStart: first.flatMap(output => inputsOf(metafile, output)),
    all: Object.keys(metafile.outputs).flatMap(output => inputsOf(metafile, output)),
    kilobytesAtStart: Math.round(bytes / 1024),
  }
}

function loadedWith({ outputs }: Metafile, index: string): string[] {
  const loaded = new Set([index])
  for (const output of loaded) {
    for (const { path, kind } of outputs[output]!.imports) {
      if (kind === 'import-statement' && path in outputs) loaded.add(path)
    }
  }
  return [...loaded]
}

/** What is in it after unused code was shaken off. */
const inputsOf = ({ outputs }: Metafile, output: string): string[] =>
  Object.entries(outputs[output]!.inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : []))
