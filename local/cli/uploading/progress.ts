import { plain } from '../format/plain.ts'
import { widthOf } from '../format/width.ts'
import type { Io } from '../io.ts'
import type { Sent } from './send.ts'

export interface Uploaded extends Sent {
  /** Which of the articles it was, in the order of the files. */
  nth: number
  name: string
  title: string | null
}
const BAR = 20

/** What has become of an upload so far; on a terminal a bar is kept up to date, and failures are told as they happen. */
export class Progress {
  readonly uploaded: Uploaded[] = []
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
    this.bar(this.#begun - 1, this.#files, `uploading ${this.#begun} of ${this.#files}: ${plain(file)}`)
  }

  succeed(uploaded: Uploaded): void {
    this.uploaded.push(uploaded)
  }

  fail(name: string, reason: string): void {
    this.failed.push({ name, reason })
    this.clear()
    this.#out.write(`claimwire: ${plain(name)}: ${plain(reason)}\n`)
  }

  /** How much of it is done, on one line. */
  bar(done: number, all: number, text: string): void {
    if (!this.#terminal) return
    const full = all === 0 ? BAR : Math.floor((done / all) * BAR)
    const line = `[${'█'.repeat(full)}${'░'.repeat(BAR - full)}] ${text}`
    this.#out.write(`\r\u001B[K${cut(line, ((this.#out as { columns?: number }).columns || 80) - 1)}`)
  }

  /** Makes room for something else to be printed. */
  clear(): void {
    if (this.#terminal) this.#out.write('\r\u001B[K')
  }
}

/** As much of a line as fits: one that wraps can't be taken back. */
function cut(text: string, width: number): string {
  let line = ''
  for (const character of text) {
    if (widthOf(line + character) > width) break
    line += character
  }
  return line
}
