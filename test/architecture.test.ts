import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

interface Import {
  /** The importing file, from the project's root. */
  from: string
  line: number
  /** The imported file from the project's root, or a package's name. */
  to: string
  typeOnly: boolean
}

const ROOT = path.resolve(import.meta.dirname, '..')
const IMPORT =
  /(?:^|;|\s)(import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g
const files = ['lib', 'lambdas', 'local', 'bench', 'scripts'].flatMap(folder =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(ts|mjs)$/.test(file))
    .map(file => `${folder}/${file}`),
)
const imports = files.flatMap(importsOf)

function importsOf(from: string): Import[] {
  const source = readFileSync(path.join(ROOT, from), 'utf8')
  return [...source.matchAll(IMPORT)].map(match => {
    const name = match[3] ?? match[4]!
    const to = name.startsWith('.') ? path.posix.join(path.posix.dirname(from), name) : name
    const line = source.slice(0, match.index + match[0].lastIndexOf(name)).split('\n').length
    return { from, line, to, typeOnly: match[2] !== undefined }
  })
}

/** Everything that a file reaches at run time, itself included. */
function reach(entry: string): Map<string, Import | null> {
  const reached = new Map<string, Import | null>([[entry, null]])
  for (const [file] of reached) {
    for (const found of imports)
      if (found.from === file && !found.typeOnly && !reached.has(found.to)) reached.set(found.to, found)
  }
  return reached
}

const named = (found: Import[]): string[] => found.map(({ from, line, to }) => `${from}:${line} imports ${to}`)
const within = (file: string, ...folders: string[]): boolean => folders.some(folder => file.startsWith(folder))
const isAdapter = (file: string): boolean =>
  /\/(dynamo|sns|sqs|s3|lambda)-[^/]*\.ts$/.test(file) || file.endsWith('/open-table.ts')

describe('who may import whom', () => {
  it('reads the imports that it judges', () => {
    expect(imports.length).toBeGreaterThan(100)
  })

  it('keeps extraction, novelty and topics pure: no SDK, no adapter, no network or file system', () => {
    const pure = ['lambdas/core/extract/', 'lambdas/core/novelty/', 'lambdas/core/topics/']
    const impure = /^(@aws-sdk|@smithy|aws-|node:(fs|http|https|net|child_process|os|worker_threads|dns))/
    expect(
      named(imports.filter(({ from, to }) => within(from, ...pure) && (impure.test(to) || isAdapter(to)))),
    ).toEqual([])
  })

  it('keeps clock, randomness and environment out of the pure folders', () => {
    const pure = files.filter(file =>
      within(file, 'lambdas/core/extract/', 'lambdas/core/novelty/', 'lambdas/core/topics/'),
    )
    const impure = pure.flatMap(file =>
      readFileSync(path.join(ROOT, file), 'utf8')
        .split('\n')
        .flatMap((text, i) =>
          /process\.env|Date\.now\(|new Date\(\)|Math\.random|randomUUID|performance\./.test(text)
            ? [`${file}:${i + 1}`]
            : [],
        ),
    )
    expect(impure).toEqual([])
  })

  it('lets only ingest reach the extraction and compromise', () => {
    for (const entry of ['lambdas/alert/index.ts', 'lambdas/api/index.ts', 'lambdas/sweep/index.ts']) {
      const reached = [...reach(entry)].filter(([file]) => within(file, 'lambdas/core/extract/', 'compromise'))
      expect(named(reached.flatMap(([, found]) => found ?? []))).toEqual([])
    }
    expect([...reach('lambdas/ingest/index.ts').keys()]).toContain('compromise/two')
  })

  it('lets only compositions construct adapters', () => {
    const compositions = /^(lambdas\/[^/]+\/deps\.ts|local\/|test\/|bench\/)/
    const strays = imports.filter(
      ({ from, to, typeOnly }) => isAdapter(to) && !typeOnly && !compositions.test(from) && !isAdapter(from),
    )
    expect(named(strays)).toEqual([])
  })

  it('never lets a lambda import a sibling', () => {
    const own = (file: string) => /^lambdas\/([^/]+)\//.exec(file)?.[1]
    const strays = imports.filter(({ from, to }) => {
      const [a, b] = [own(from), own(to)]
      return a !== undefined && b !== undefined && b !== 'core' && a !== b
    })
    expect(named(strays)).toEqual([])
  })

  it('lets the stack take only key names and environment types from the lambdas', () => {
    const strays = imports.filter(
      ({ from, to, typeOnly }) =>
        within(from, 'lib/') &&
        within(to, 'lambdas/') &&
        to !== 'lambdas/core/store/keys.ts' &&
        !(typeOnly && to.endsWith('/env.ts')),
    )
    expect(named(strays)).toEqual([])
  })

  it('never lets what is deployed import what is local', () => {
    const strays = imports.filter(
      ({ from, to }) => within(from, 'lib/', 'lambdas/') && within(to, 'local/', 'test/', 'bench/', 'scripts/'),
    )
    expect(named(strays)).toEqual([])
  })

  it('reads the environment in one env.ts per lambda', () => {
    const readers = files.filter(
      file => within(file, 'lambdas/') && readFileSync(path.join(ROOT, file), 'utf8').includes('process.env'),
    )
    expect(readers.sort()).toEqual(['alert', 'api', 'ingest', 'sweep'].map(name => `lambdas/${name}/env.ts`))
  })

  it('keeps every entry within ten lines', () => {
    for (const entry of files.filter(file => /^lambdas\/[^/]+\/index\.ts$/.test(file))) {
      expect(readFileSync(path.join(ROOT, entry), 'utf8').trimEnd().split('\n').length, entry).toBeLessThanOrEqual(10)
    }
  })
})
