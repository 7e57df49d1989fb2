/** A refusal as SNS words it: the code is what SDKs turn into an exception's name. */
export class SnsError extends Error {
  override name = 'SnsError'
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

export function invalid(reason: string): SnsError {
  return new SnsError('InvalidParameter', `Invalid parameter: ${reason}`)
}
