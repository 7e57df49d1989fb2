import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { BUNDLE } from '../../../lib/bundle.ts'

export interface BundleOptions {
  /** Relative to this, and sources are read from it. */
  projectRoot: string
  /** Name of the bundle to its entry. */
  entries: Record<string, string>
  /** Keeps bundles while their sources are unchanged. */
  cacheDir: string
}

interface Kept {
  entries: string
  directory: string
  /** Path of each source to its time of change and size. */
  sources: Record<string, string>
}

const DAY_MS = 86_400_000

/**
 * Bundles the functions as the stack does: whole, as ES modules. (What they share is one file here, which halves the
 * time.) Gives the directory of `NAME.mjs`.
 */
export async function bundle(options: BundleOptions): Promise<string> {
  const kept = join(options.cacheDir, 'bundles.json')
  const entries = JSON.stringify(options.entries)
  const before = read(kept)
  if (before?.entries === entries && isCurrent(before.sources, options.projectRoot)) return before.directory
  removeOld(options.cacheDir)
  const directory = join(options.cacheDir, randomBytes(8).toString('hex'))
  const sources = stamps(await run(options, directory), options.projectRoot)
  writeFileSync(`${directory}.json`, JSON.stringify({ entries, directory, sources } satisfies Kept))
  renameSync(`${directory}.json`, kept)
  return directory
}

/** The sources that went in. */
async function run({ projectRoot, entries }: BundleOptions, outdir: string): Promise<string[]> {
  const { metafile } = await build({
    ...BUNDLE,
    absWorkingDir: projectRoot,
    entryPoints: Object.entries(entries).map(([out, entry]) => ({ in: join(projectRoot, entry), out })),
    outdir,
    target: 'node20',
    metafile: true,
    logLevel: 'silent',
  })
  return Object.keys(metafile.inputs).filter(path => !path.startsWith('('))
}

function stamps(paths: string[], root: string): Record<string, string> {
  return Object.fromEntries(paths.map(path => [path, stamp(join(root, path))]))
}

function isCurrent(sources: Record<string, string>, root: string): boolean {
  return Object.entries(sources).every(([path, before]) => stamp(join(root, path)) === before)
}

function stamp(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat ? `${stat.mtimeMs} ${stat.size}` : 'gone'
}

function read(path: string): Kept | undefined {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Kept
    return statSync(kept.directory, { throwIfNoEntry: false }) ? kept : undefined
  } catch {
    return undefined
  }
}

/** Another process may still run bundles that are out of date, but hardly for a day. */
function removeOld(cacheDir: string): void {
  mkdirSync(cacheDir, { recursive: true })
  for (const entry of readdirSync(cacheDir, { withFileTypes: true })) {
    const path = join(cacheDir, entry.name)
    const isOld = entry.isDirectory() && Date.now() - statSync(path).mtimeMs > DAY_MS
    if (isOld) rmSync(path, { recursive: true, force: true })
  }
}
