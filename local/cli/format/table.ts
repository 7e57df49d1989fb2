import { plain } from './plain.ts'
import type { Screen } from './style.ts'
import { pad, widthOf, wrap } from './width.ts'

export interface Column<Row> {
  title: string
  /** What stands in the cell; it is made safe here. */
  cell: (row: Row) => string | number | null | undefined
  align?: 'left' | 'right'
  /** Takes the room that the others leave. */
  grows?: boolean
  /** Is never broken: something to copy. */
  whole?: boolean
  /** False: left out. */
  shown?: boolean
}
const GAP = '  '
/** A column that doesn't grow is never wider than this. */
const WIDEST = 28
const LEAST = 6

/** A table within the screen's width. A cell that is too long goes on below; nothing is cut away. */
export function table<Row>(all: readonly Column<Row>[], rows: readonly Row[], { width, paint }: Screen): string {
  const columns = all.filter(({ shown }) => shown !== false)
  const cells = rows.map(row => columns.map(({ cell }) => plain(String(cell(row) ?? ''))))
  const widths = fitColumns(columns, cells, width)
  const head = columns.map(({ title, align }, i) => pad(title, widths[i]!, align)).join(GAP)
  const body = cells.flatMap(row => lay(row, columns, widths))
  return [paint('bold', head.trimEnd()), ...body].map(line => `${line}\n`).join('')
}

function fitColumns<Row>(columns: readonly Column<Row>[], cells: readonly string[][], width: number): number[] {
  const needed = columns.map(({ title }, i) => Math.max(widthOf(title), ...cells.map(row => widthOf(row[i]!))))
  const widths = columns.map(({ grows, whole }, i) => (grows || whole ? needed[i]! : Math.min(needed[i]!, WIDEST)))
  for (let over = sum(widths) + GAP.length * (columns.length - 1) - width; over > 0; over--) {
    // The widest gives way first, so that narrow columns stay as they are.
    const widest = indexOfWidest(widths.map((columnWidth, i) => (columns[i]!.whole ? 0 : columnWidth)))
    if (widths[widest]! <= LEAST) break
    widths[widest]!--
  }
  return widths
}

function lay<Row>(row: readonly string[], columns: readonly Column<Row>[], widths: readonly number[]): string[] {
  const wrapped = row.map((text, i) => wrap(text, widths[i]!))
  const height = Math.max(...wrapped.map(lines => lines.length))
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, i) => pad(lines[line] ?? '', widths[i]!, columns[i]!.align))
      .join(GAP)
      .trimEnd(),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function indexOfWidest(widths: readonly number[]): number {
  return widths.indexOf(Math.max(...widths))
}
