/** What is wrong with a person's file, and on which line, counted from 1. */
export interface Problem {
  line: number
  reason: string
}
export interface Located {
  value: unknown
  /** The line on which the value at a path stands; of a path that isn't there, its nearest parent's. */
  lineOf(path: readonly PropertyKey[]): number
}

const DEEPEST = 20
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows no control character in a string.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y

/** Reads JSON as `JSON.parse` does, but knows where everything stands. A key that is given twice is a problem. */
export function readJson(text: string): Located | Problem {
  const reader = new Reader(text)
  try {
    const value = reader.document()
    return { value, lineOf: path => reader.lineOf(path) }
  } catch (error) {
    if (error instanceof NotJson) return { line: lineAt(text, error.at), reason: error.message }
    throw error
  }
}

class NotJson extends Error {
  readonly at: number
  constructor(at: number, message: string) {
    super(message)
    this.at = at
  }
}

class Reader {
  readonly #text: string
  readonly #starts = new Map<string, number>()
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  document(): unknown {
    if (this.#text.charCodeAt(0) === 0xfeff) this.#at = 1
    const value = this.#value([])
    this.#space()
    if (this.#at < this.#text.length) throw this.#wrong('nothing more')
    return value
  }

  lineOf(path: readonly PropertyKey[]): number {
    for (let depth = path.length; depth > 0; depth--) {
      const at = this.#starts.get(key(path.slice(0, depth)))
      if (at !== undefined) return lineAt(this.#text, at)
    }
    return 1
  }

  #value(path: readonly PropertyKey[]): unknown {
    this.#space()
    this.#starts.set(key(path), this.#at)
    if (path.length > DEEPEST) throw new NotJson(this.#at, `nested more than ${DEEPEST} deep`)
    const next = this.#text[this.#at]
    if (next === '{') return this.#object(path)
    if (next === '[') return this.#array(path)
    if (next === '"') return this.#string()
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const)
      if (this.#take(word)) return value
    const number = this.#match(NUMBER)
    if (number === undefined) throw this.#wrong('a value')
    return Number(number)
  }

  #object(path: readonly PropertyKey[]): Record<string, unknown> {
    const found: Record<string, unknown> = Object.create(null)
    this.#take('{')
    this.#space()
    if (this.#take('}')) return found
    do {
      this.#space()
      const at = this.#at
      const name = this.#string()
      if (name in found) throw new NotJson(at, `"${name}" is given twice`)
      this.#space()
      if (!this.#take(':')) throw this.#wrong('":"')
      found[name] = this.#value([...path, name])
      this.#space()
    } while (this.#take(','))
    if (!this.#take('}')) throw this.#wrong('"," or "}"')
    return found
  }

  #array(path: readonly PropertyKey[]): unknown[] {
    const found: unknown[] = []
    this.#take('[')
    this.#space()
    if (this.#take(']')) return found
    do {
      found.push(this.#value([...path, found.length]))
      this.#space()
    } while (this.#take(','))
    if (!this.#take(']')) throw this.#wrong('"," or "]"')
    return found
  }

  #string(): string {
    const token = this.#match(STRING)
    if (token === undefined)
      throw this.#wrong(this.#text[this.#at] === '"' ? 'a string that ends on its line' : 'a string in double quotes')
    return JSON.parse(token) as string
  }

  #space(): void {
    while (this.#at < this.#text.length && ' \t\r\n'.includes(this.#text[this.#at]!)) this.#at++
  }

  #take(token: string): boolean {
    if (!this.#text.startsWith(token, this.#at)) return false
    this.#at += token.length
    return true
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const token = pattern.exec(this.#text)?.[0]
    if (token !== undefined) this.#at += token.length
    return token
  }

  #wrong(expected: string): NotJson {
    const next = this.#text[this.#at]
    return new NotJson(
      this.#at,
      `not JSON: expected ${expected}, got ${next === undefined ? 'the end of the file' : JSON.stringify(next)}`,
    )
  }
}

function key(path: readonly PropertyKey[]): string {
  return JSON.stringify(path)
}

function lineAt(text: string, at: number): number {
  let line = 1
  for (let index = text.indexOf('\n'); index !== -1 && index < at; index = text.indexOf('\n', index + 1)) line++
  return line
}
