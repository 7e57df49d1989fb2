import { nearest } from '../args/nearest.ts'
import { CliError, exit } from '../exit.ts'

export interface LineProblem {
  line: number
  reason: string
}
/** RFC 9457, with what our API adds. */
export interface ProblemBody {
  title: string
  detail?: string
  field?: string
  allowed?: string[]
  problems?: LineProblem[]
}

/** The API said no; `status` is HTTP's. */
export class Refused extends CliError {
  override name = 'Refused'
  readonly status: number
  /** Of a file: each line at fault. */
  readonly problems: readonly LineProblem[]

  constructor(status: number, message: string, problems: readonly LineProblem[] = []) {
    super(message, codeOf(status))
    this.status = status
    this.problems = problems
  }
}

const codeOf = (status: number) =>
  status === 400 ? exit.usage : status === 401 || status === 403 ? exit.denied : exit.failed

/** What the API says, and what was probably meant: `given` is the value of the parameter at fault. */
export function problemText({ title, detail, field, allowed }: ProblemBody, given?: string | null): string {
  const said = detail ? `${title}: ${detail}` : title
  const meant = given && allowed ? nearest(given, allowed) : undefined
  return meant ? `${said} Did you mean: --${field} ${meant}` : said
}

export const isProblem = (body: unknown): body is ProblemBody =>
  typeof body === 'object' && body !== null && 'title' in body && typeof body.title === 'string'
