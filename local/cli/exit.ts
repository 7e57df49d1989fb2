/** What the process ends with. Scripts rely on these numbers. */
export const exit = { ok: 0, failed: 1, usage: 2, unreachable: 3, denied: 4 } as const
export type ExitCode = (typeof exit)[keyof typeof exit]

/** An end that was foreseen: the message is all that the user needs to see. */
export class CliError extends Error {
  override name = 'CliError'
  readonly code: ExitCode

  constructor(message: string, code: ExitCode = exit.failed, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The command line itself is wrong; the message says what to type. */
export class UsageError extends CliError {
  override name = 'UsageError'

  constructor(message: string) {
    super(message, exit.usage)
  }
}
