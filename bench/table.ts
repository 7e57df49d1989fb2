/** Prints rows under their headings, numbers to the right. */
export function printTable(headings: readonly string[], rows: readonly (string | number)[][]): void {
  const cells = [headings, ...rows].map(row => row.map(String))
  const widths = headings.map((_, column) => Math.max(...cells.map(row => row[column]!.length)))
  for (const [i, row] of cells.entries()) {
    const line = row.map((cell, column) =>
      i > 0 && typeof rows[i - 1]![column] === 'number' ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
    )
    console.log(`  ${line.join('  ').trimEnd()}`)
  }
}
