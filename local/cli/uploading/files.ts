import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { CliError } from '../exit.ts'
import { NoFile } from '../reading/bytes.ts'

/** The files that the operands name; a directory stands for all files under it, in the order of their names. */
export async function listFiles(operands: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const name of operands) found.push(...((await isDirectory(name)) ? await walk(name) : [name]))
  return found
}

async function isDirectory(name: string): Promise<boolean> {
  if (name === '-') return false
  try {
    return (await stat(name)).isDirectory()
  } catch {
    return false
  }
}

/** Hidden files and directories are left out. */
async function walk(directory: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await entriesOf(directory)) {
    const name = path.join(directory, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) found.push(...(await walk(name)))
    else found.push(name)
  }
  return found
}

async function entriesOf(directory: string) {
  try {
    const entries = await readdir(directory, { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    throw new CliError(`${directory}: ${new NoFile(error as NodeJS.ErrnoException).message}`)
  }
}
