import { plain } from '../format/plain.ts'
import type { Io } from '../io.ts'

/** What has become of an upload so far; on a terminal a line of it is kept up to date, and failures are told as they happen. */
export class Progress {
  readonly uploaded: { name: string; id: string }[] = []
  readonly failed: { name: string; reason: string }[] = []
  readonly #out: Io['stderr']
  readonly #terminal: boolean
  readonly #files: number
  #begun = 0

  constructor({ stderr }: Pick<Io, 'stderr'>, files: number) {
    this.#out = stderr
    this.#terminal = (stderr as { isTTY?: boolean }).isTTY === true
    this.#files = files
  }

  begin(file: string): void {
    this.#begun++
    this.#show(`uploading ${this.#begun} of ${this.#files}: ${plain(file)}`)
  }

  succeed(name: string, id: string): void {
    this.uploaded.push({ name, id })
    this.clear()
  }

  fail(name: string, reason: string): void {
    this.failed.push({ name, reason })
    this.clear()
    this.#out.write(`claimwire: ${plain(name)}: ${plain(reason)}\n`)
  }

  /** Makes room for something else to be printed. */
  clear(): void {
    if (this.#terminal) this.#out.write('\r\u001B[K')
  }

  #show(text: string): void {
    const width = (this.#out as { columns?: number }).columns || 80
    if (this.#terminal) this.#out.write(`\r\u001B[K${text.slice(0, width - 1)}`)
  }
}
