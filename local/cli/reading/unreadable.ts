/** Input that can't be used: a stable code for machines, and in the message what is wrong and why. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The object that a JSON text gives. Throws Unreadable where it is no JSON, or JSON of another kind. */
export function parseObject(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Unreadable('broken-json', `broken JSON: ${(cause as Error).message}`, { cause })
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  const kind = value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`
  throw new Unreadable('not-an-object', `expected a JSON object, got ${kind}`)
}
