/** Ids, counts and names of errors; never an article's text. */
export type Details = Record<string, string | number | boolean | null>

export interface Log {
  info(message: string, details?: Details): void
  error(message: string, details?: Details): void
}

/** Lambda takes a line's level only where it also has its time. */
const line = (level: string, message: string, details: Details = {}): void => {
  process.stdout.write(`${JSON.stringify({ timestamp: new Date().toISOString(), level, message, ...details })}\n`)
}

export const jsonLog: Log = {
  info: (message, details) => line('info', message, details),
  error: (message, details) => line('error', message, details),
}

/** A log whose every line has these details too. */
export const withDetails = (log: Log, given: Details): Log => ({
  info: (message, details) => log.info(message, { ...given, ...details }),
  error: (message, details) => log.error(message, { ...given, ...details }),
})
