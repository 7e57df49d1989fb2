import { day } from './date.ts'
import { plain } from './plain.ts'
import type { Screen } from './style.ts'
import { pad, widthOf, wrap } from './width.ts'

export interface Bar {
  /** ISO 8601. */
  at: string
  value: number
  /** What stands behind the bar: "about 1,050", and who has it. */
  label: string
}
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']
const WIDEST = 40
const NARROWEST = 8

/** For each value its date, a bar from zero, the value in words. Bars are to one scale; a long label goes on below. */
export function bars(values: readonly Bar[], { width, paint }: Screen): string[] {
  const days = values.map(({ at }) => plain(day(at)))
  const labels = values.map(({ label }) => plain(label))
  const dated = Math.max(...days.map(widthOf))
  const room = Math.max(NARROWEST, Math.min(WIDEST, width - dated - 4 - Math.max(...labels.map(widthOf))))
  const most = Math.max(...values.map(({ value }) => value))
  return values.flatMap(({ value }, i) => {
    const bar = drawn(most > 0 && value > 0 ? value / most : 0, room)
    const [first = '', ...rest] = wrap(labels[i]!, Math.max(NARROWEST, width - dated - room - 4))
    const line = `${pad(days[i]!, dated, 'right')}  ${paint('cyan', bar)}${' '.repeat(room - widthOf(bar))}  ${first}`
    return [line.trimEnd(), ...rest.map(more => ' '.repeat(dated + room + 4) + more)]
  })
}

/** What is not zero has at least the thinnest bar. */
function drawn(share: number, room: number): string {
  const eighths = share === 0 ? 0 : Math.max(1, Math.round(share * room * 8))
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]
}
