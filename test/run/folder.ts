import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Template } from '../../local/cloud/template/template.ts'

/** Where the processes of one run of the tests leave things for each other; none outside of a run. */
export const RUN_FOLDER = 'CLAIMWIRE_TEST_RUN'

/** The stack's template as `local/synthesise.ts` makes it, once for the whole run. */
export async function synthesised(): Promise<Template> {
  const folder = process.env[RUN_FOLDER]
  const file = folder && path.join(folder, 'template.json')
  if (file && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const { synthesise } = await import('../../local/synthesise.ts')
  const template = synthesise()
  if (file) {
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(template))
    renameSync(`${file}.${process.pid}`, file)
  }
  return template
}
