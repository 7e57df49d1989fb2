import type { Flags } from '../args/flags.ts'

/** Flags of every command that asks the API. */
export const apiFlags = {
  api: { value: 'URL', about: 'where the API is (default: CLAIMWIRE_URL, else http://127.0.0.1:8787)' },
  json: { about: 'JSON for machines' },
} as const satisfies Flags
