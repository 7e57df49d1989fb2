import type { Io } from '../io.ts'

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'
export type Paint = (style: Style, text: string) => string

const CODES: Record<Style, [on: number, off: number]> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
}
const NARROWEST = 40
const WITHOUT_TERMINAL = 120

/** How the reader's screen is to be written to. */
export interface Screen {
  /** In columns. */
  width: number
  paint: Paint
}

/** Colour for a terminal only, and not where NO_COLOR is set (no-color.org) or the terminal is dumb. */
export function screenOf({ stdout, env }: Pick<Io, 'stdout' | 'env'>): Screen {
  const { isTTY, columns } = stdout as { isTTY?: boolean; columns?: number }
  const colour = isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  const width = columns || Number.parseInt(env.COLUMNS ?? '', 10) || WITHOUT_TERMINAL
  return { width: Math.max(NARROWEST, width), paint: colour ? coloured : (_, text) => text }
}

function coloured(style: Style, text: string): string {
  const [on, off] = CODES[style]
  return `\u001B[${on}m${text}\u001B[${off}m`
}
