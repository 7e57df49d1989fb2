import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'

const HERE = import.meta.dirname
export const ROOT = path.resolve(HERE, '../..')

/** A change of one source file: each text in it is replaced by another one. */
export interface Edit {
  file: string
  from: string
  to: string
}

/** What is packed is left as it is, for speed, and an article fills several items. */
const TUNED: readonly Edit[] = [
  {
    file: 'lambdas/core/store/packing.ts',
    from: 'brotliCompressSync(JSON.stringify(toColumns(value)), options)',
    to: 'Buffer.from(JSON.stringify(toColumns(value)))',
  },
  { file: 'lambdas/core/store/packing.ts', from: 'brotliDecompressSync(packed)', to: 'Buffer.from(packed)' },
  { file: 'lambdas/core/store/dynamo-article-store.ts', from: 'PART_BYTES = 380_000', to: 'PART_BYTES = 1_500' },
]

/** Bundles the modules of this folder into `directory`; what they read articles with is one module of its own. */
export async function bundle(
  entries: Record<string, string>,
  directory: string,
  edits: readonly Edit[] = [],
): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: Object.entries(entries).map(([out, name]) => ({ in: path.join(HERE, name), out })),
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
    plugins: [sharedReading(entries), edited([...TUNED, ...edits])],
  })
}

/** The extraction is replaced by one that remembers, and lies beside the bundles once. */
const sharedReading = (entries: Record<string, string>): Plugin => ({
  name: 'shared reading',
  setup({ onResolve }) {
    const isReading = (name: string) => path.join(HERE, 'reading.ts') === name
    onResolve({ filter: /\/(?:extract|reading)\.ts$/ }, ({ importer, path: name }) => {
      const file = path.resolve(path.dirname(importer), name)
      const isExtraction = file === path.join(ROOT, 'lambdas/core/extract/extract.ts') && !isReading(importer)
      if (importer === '' || !(isExtraction || isReading(file)) || entries.reading) return undefined
      return { path: './reading.mjs', external: true }
    })
  },
})

const edited = (edits: readonly Edit[]): Plugin => ({
  name: 'edited',
  setup({ onLoad }) {
    const files = [...new Set(edits.map(({ file }) => file))]
    const filter = new RegExp(`(?:${files.map(file => file.replaceAll('.', '\\.')).join('|')})$`)
    onLoad({ filter }, ({ path: file }) => {
      const mine = edits.filter(edit => file.endsWith(edit.file))
      return { contents: mine.reduce(apply, readFileSync(file, 'utf8')), loader: 'ts' }
    })
  },
})

/** @throws where the source doesn't hold the text that is to be replaced: then the edit has to follow the source. */
function apply(source: string, { file, from, to }: Edit): string {
  if (!source.includes(from)) throw new Error(`${file} doesn't hold: ${from}`)
  return source.replaceAll(from, to)
}
