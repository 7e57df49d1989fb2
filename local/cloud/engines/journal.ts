import { appendFileSync, closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/**
 * A map that survives the process: each change is one line, written before the call returns, so that a SIGKILL loses
 * nothing that was acknowledged (a power cut may). With no path it is a map in memory.
 */
export class Journal<Value> {
  readonly live = new Map<string, Value>()
  readonly #path: string | null
  #file: number | null = null
  #lines = 0

  constructor(path: string | null) {
    this.#path = path
    if (!path) return
    for (const [id, value] of existsSync(path) ? entries<Value>(readFileSync(path, 'utf8')) : []) this.#apply(id, value)
    this.#compact(path)
  }

  put(id: string, value: Value): void {
    this.#apply(id, value)
    this.#append([id, value])
  }

  delete(id: string): void {
    if (this.live.delete(id)) this.#append([id])
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file)
    this.#file = null
  }

  #apply(id: string, value: Value | undefined): void {
    this.live.delete(id)
    if (value !== undefined) this.live.set(id, value)
  }

  #append(entry: [string, Value?]): void {
    if (this.#file === null) return
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`)
    this.#lines++
    if (this.#lines > 1000 + 4 * this.live.size) this.#compact(this.#path!)
  }

  #compact(path: string): void {
    this.close()
    const lines = [...this.live].map(entry => `${JSON.stringify(entry)}\n`)
    writeFileSync(`${path}.new`, lines.join(''))
    renameSync(`${path}.new`, path)
    this.#file = openSync(path, 'a')
    this.#lines = lines.length
  }
}

/** The last line may be torn where the process was killed in the middle of it. */
function* entries<Value>(text: string): Generator<[string, Value?]> {
  for (const line of text.split('\n').slice(0, -1)) yield JSON.parse(line)
}
