import { Rejection } from '../../../lambdas/core/article/rejection.ts'
import { type ExitCode, exit } from '../exit.ts'
import { json } from '../format/json.ts'
import { visibleLines } from '../format/plain.ts'
import { type Io, write } from '../io.ts'
import { type Line, lines } from './lines.ts'

export type Row = Record<string, unknown>

/**
 * Answers each line of standard input with one line, in order, as they finish. A line that can't be answered (`answer`
 * throws a Rejection) gives `{ id, line, error: { code, message } }`, and the exit code tells that there was one.
 */
export async function eachLine(io: Io, answer: (row: Row) => unknown): Promise<ExitCode> {
  let code: ExitCode = exit.ok
  for await (const line of lines(io.stdin)) {
    const { output, failed } = await answerLine(line, answer, io)
    if (failed) code = exit.failed
    await write(io.stdout, `${json(output)}\n`)
  }
  return code
}

async function answerLine(
  line: Line,
  answer: (row: Row) => unknown,
  io: Io,
): Promise<{ output: unknown; failed: boolean }> {
  let id: unknown = null
  try {
    const row = rowOf(line)
    id = row.id ?? null
    return { output: await answer(row), failed: false }
  } catch (error) {
    const { code, message } = error instanceof Rejection ? error : await ourFault(error, line, io)
    return { output: { id, line: line.number, error: { code, message } }, failed: true }
  }
}

/** A fault of ours in one article must not lose the others of a long run. */
async function ourFault(error: unknown, { number }: Line, io: Io): Promise<{ code: string; message: string }> {
  await write(
    io.stderr,
    `claimwire: line ${number}: ${visibleLines(String(error instanceof Error ? error.stack : error))}\n`,
  )
  return {
    code: 'internal',
    message: 'A fault of Claimwire itself; standard error has the details.',
  }
}

/** The object that a line holds. @throws {Rejection} */
export function rowOf(line: Line): Row {
  if ('rejection' in line) throw line.rejection
  const value = parseJson(line.text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Row
  const kind = value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`
  throw new Rejection('bad-json', `The line is not a JSON object; it is ${kind}.`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Rejection('bad-json', 'The line is not valid JSON.', { cause })
  }
}
