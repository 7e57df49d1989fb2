import { type ExitCode, exit } from '../exit.ts'
import { type Io, write } from '../io.ts'
import { type Line, lines } from './lines.ts'
import { parseObject, Unreadable } from './unreadable.ts'

/**
 * Answers each line of standard input with one line, in order, as they finish. A line that can't be answered gives
 * `{ id, line, error: { code, message } }`, and the exit code tells that there was one.
 */
export async function eachLine(io: Io, answer: (row: Record<string, unknown>) => unknown): Promise<ExitCode> {
  let code: ExitCode = exit.ok
  for await (const line of lines(io.stdin)) {
    const { output, failed } = await answerLine(line, answer)
    if (failed) code = exit.failed
    await write(io.stdout, `${JSON.stringify(output)}\n`)
  }
  return code
}

async function answerLine(line: Line, answer: (row: Record<string, unknown>) => unknown) {
  let id: unknown = null
  try {
    const row = rowOf(line)
    id = row.id ?? null
    return { output: await answer(row), failed: false }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { output: { id, line: line.number, error: { code: error.code, message: error.message } }, failed: true }
  }
}

const faults = {
  'line-too-long': 'the line is over 8 MB; an article is at most 1 MB',
  'invalid-utf-8': 'the line is not UTF-8 text',
}

function rowOf(line: Line): Record<string, unknown> {
  if ('fault' in line) throw new Unreadable(line.fault, faults[line.fault])
  return parseObject(line.text)
}
