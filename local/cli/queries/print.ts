import { type ExitCode, exit } from '../exit.ts'
import { json } from '../format/json.ts'
import { visibleLines } from '../format/plain.ts'
import { type Screen, screenOf } from '../format/style.ts'
import { type Io, write } from '../io.ts'
import type { Listed } from './walk.ts'

/** Prints one answer, for a machine or a person. */
export async function printOne(
  answer: unknown,
  asJson: boolean | undefined,
  text: () => string,
  io: Io,
): Promise<ExitCode> {
  await write(io.stdout, asJson ? `${json(answer, 2)}\n` : text())
  return exit.ok
}

/** Prints a list for a person or a machine; where it goes on is told on standard error. */
export async function printList<Item>(
  name: string,
  listed: Listed<Item>,
  asJson: boolean,
  io: Io,
  show: (items: Item[], screen: Screen) => string,
): Promise<ExitCode> {
  const { items, next } = listed
  if (asJson) await write(io.stdout, `${json(listed, 2)}\n`)
  else await write(io.stdout, items.length > 0 ? show(items, screenOf(io)) : `No ${name} found.\n`)
  if (!asJson) await tellNext(next, io)
  return exit.ok
}

/** Prints a list of any length, page by page: JSON of the same shape, or a table for each page. */
export async function printStream<Item>(
  name: string,
  pages: AsyncIterable<Listed<Item>>,
  asJson: boolean,
  io: Io,
  show: (items: Item[], screen: Screen) => string,
): Promise<ExitCode> {
  let any = false
  if (asJson) await write(io.stdout, '{"items":[')
  for await (const { items } of pages) {
    if (items.length === 0) continue
    if (asJson) await write(io.stdout, `${any ? ',' : ''}\n${items.map(item => json(item)).join(',\n')}`)
    else await write(io.stdout, `${any ? '\n' : ''}${show(items, screenOf(io))}`)
    any = true
  }
  if (asJson) await write(io.stdout, '\n]}\n')
  else if (!any) await write(io.stdout, `No ${name} found.\n`)
  return exit.ok
}

/** Prints a list as one CSV table. On a terminal what would act on it is made visible; a file gets it as it is. */
export async function printCsv(pages: AsyncIterable<CsvPage>, io: Io): Promise<ExitCode> {
  let next: string | undefined
  let isFirst = true
  for await (const page of pages) {
    const text = isFirst ? page.text : page.text.slice(page.text.indexOf('\n') + 1)
    await write(io.stdout, (io.stdout as { isTTY?: boolean }).isTTY ? visibleLines(text) : text)
    isFirst = false
    next = page.next
  }
  await tellNext(next, io)
  return exit.ok
}

export interface CsvPage {
  text: string
  next?: string | undefined
}
/** Rows without the header; a line break within quotes is none of theirs. */
export const rowsOf = ({ text }: CsvPage): number => text.replace(/"[^"]*"/g, '').split('\r\n').length - 2

export async function tellNext(next: string | undefined, io: Io): Promise<void> {
  if (next) await write(io.stderr, `There may be more: the same command with --cursor ${next}\n`)
}
