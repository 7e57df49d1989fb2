import type { Flags } from './flags.ts'

/** What a user may say of an article; it goes before what the document says of itself. */
export const metadataFlags = {
  title: { value: 'TEXT', about: 'its title' },
  source: { value: 'OUTLET', about: 'the outlet that published it' },
  url: { value: 'URL', about: 'where it was published' },
  date: { value: 'DATE', about: 'when it was published: 2023-09-22 or 2023-09-22T14:30Z' },
} as const satisfies Flags
