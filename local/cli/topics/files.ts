import { decode } from '../../../lambdas/core/article/decode.ts'
import { CliError, type ExitCode, exit } from '../exit.ts'
import { plain } from '../format/plain.ts'
import { type Io, write } from '../io.ts'
import { readBytes } from '../reading/bytes.ts'
import { told } from '../reading/told.ts'

export interface TopicFile {
  path: string
  text: string
}

/** Does `work` with each file, and tells what is wrong with any: `FILE:LINE: REASON`. */
export async function eachFile(
  paths: readonly string[],
  io: Io,
  work: (file: TopicFile) => Promise<string[]>,
): Promise<ExitCode> {
  let code: ExitCode = exit.ok
  for (const path of paths) {
    const problems = await problemsOf(path, io, work)
    for (const problem of problems) await write(io.stderr, `claimwire: ${path}${plain(problem)}\n`)
    if (problems.length > 0) code = exit.failed
  }
  return code
}

async function problemsOf(path: string, io: Io, work: (file: TopicFile) => Promise<string[]>): Promise<string[]> {
  try {
    return await work({ path, text: decode(await readBytes(path, io)) })
  } catch (error) {
    // That the API can't be reached is no fault of the file.
    if (error instanceof CliError) throw error
    return [`: ${told(error)}`]
  }
}
