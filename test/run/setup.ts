import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject, Vitest } from 'vitest/node'
import type { Call } from '../../local/cloud/rights/call.ts'
import { RUN_FOLDER, synthesised } from './folder.ts'
import { rightsOf, ungranted, unused } from './rights.ts'

/** Before the tests and after them: all that functions asked of the engines is held against what the stack grants them. */
export default function setup({ vitest }: TestProject): () => Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-tests-'))
  const recorder = new URL('record-calls.mjs', import.meta.url).href
  process.env[RUN_FOLDER] = folder
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import ${recorder}`
  return async () => {
    try {
      await compare(callsIn(folder), await isWhole(vitest))
    } catch (error) {
      // By itself vitest only prints what fails here.
      process.exitCode = 1
      throw error
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
}

async function compare(calls: Call[], isWholeSuite: boolean): Promise<void> {
  if (calls.length === 0 && !isWholeSuite) return
  const rights = rightsOf(await synthesised())
  const refused = ungranted(rights, calls)
  const idle = isWholeSuite ? unused(rights, calls) : null
  for (const fault of [...refused, ...(idle ?? [])]) console.error(`Rights: ${fault}`)
  if (refused.length > 0 || (idle && idle.length > 0)) process.exitCode = 1
  console.log(
    `Rights: ${calls.length} calls of functions, ${rights.length} grants; used and not granted: ${refused.length}; ` +
      `granted and not used: ${idle?.length ?? 'not asked, for the whole suite did not run and pass'}`,
  )
}

function callsIn(folder: string): Call[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.calls'))
  const lines = files.flatMap(name => readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n'))
  return [...new Set(lines)].map(line => JSON.parse(line))
}

/** What is left out, or failed half-way, used no rights. */
async function isWhole(vitest: Vitest): Promise<boolean> {
  const passed = new Set(
    vitest.state.getFiles().flatMap(file => (file.result?.state === 'pass' ? [file.filepath] : [])),
  )
  const all = await vitest.globTestSpecifications()
  return !vitest.config.testNamePattern && all.every(({ moduleId }) => passed.has(moduleId))
}
