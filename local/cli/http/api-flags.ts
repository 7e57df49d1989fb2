import type { Flags, Values } from '../args/flags.ts'

/** Where the API is, and who asks. */
export const connectionFlags = {
  api: { value: 'URL', about: 'where the API is (default: CLAIMWIRE_URL, else http://127.0.0.1:8787)' },
  profile: { value: 'NAME', about: 'sign with this AWS profile (default: AWS_PROFILE and the usual places)' },
  region: { value: 'REGION', about: 'sign for this region (default: as the URL says, else AWS_REGION)' },
  token: {
    value: 'JWT',
    about: 'bring a token in place of a signature (better: CLAIMWIRE_TOKEN, which others can’t see)',
  },
} as const satisfies Flags
export type Connection = Values<typeof connectionFlags>

/** Flags of every command that asks the API. */
export const apiFlags = { ...connectionFlags, json: { about: 'JSON for machines' } } as const satisfies Flags
