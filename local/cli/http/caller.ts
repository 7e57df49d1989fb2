import { CliError, exit, UsageError } from '../exit.ts'
import type { Io } from '../io.ts'
import type { Connection } from './api-flags.ts'
import type { Credentials, Unsigned } from './sign.ts'

/** As whom the API is asked. */
export interface Caller {
  /** The headers that the request is sent with. */
  headersOf(request: Unsigned): Promise<Record<string, string>>
  /** What to tell where the API doesn't let the caller in. */
  refusal: string
}

/** A token where one is given, nobody on this machine, else an AWS identity. */
export function callerOf(io: Io, base: URL, { profile, region, token = io.env.CLAIMWIRE_TOKEN }: Connection): Caller {
  if (token) return bearer(base, token)
  if (isLoopback(base)) return nobody
  return signing(io, profile, () => regionOf(base, region, profile, io))
}

const isLoopback = ({ hostname }: URL): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)

const nobody: Caller = {
  headersOf: async ({ headers }) => headers,
  refusal: 'It was asked as nobody: bring a token (CLAIMWIRE_TOKEN).',
}

function bearer(base: URL, token: string): Caller {
  if (base.protocol !== 'https:' && !isLoopback(base)) {
    throw new UsageError(`a token is sent over https only, and ${base.origin} is not. Type --api https://…`)
  }
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new UsageError('the token holds what no token may: give it as it was issued.')
  return {
    headersOf: async ({ headers }) => ({ ...headers, authorization: `Bearer ${token}` }),
    refusal:
      'The token is not taken: it has ended, is of another issuer, or lacks the scope claimwire/read or claimwire/write.',
  }
}

function signing(io: Io, profile: string | undefined, region: () => Promise<string>): Caller {
  const find = providerOf(io, profile)
  const who = profile ? `the profile ${profile}` : 'your AWS identity'
  return {
    async headersOf(request) {
      const [{ sign }, credentials, signedFor] = await Promise.all([import('./sign.ts'), find(), region()])
      return sign(request, { credentials, region: signedFor, service: 'execute-api', at: io.now() })
    },
    refusal: `It was asked as ${who}: that needs the right execute-api:Invoke on this API, the right region, and this machine’s clock on time.`,
  }
}

/** The SDK keeps what it found until it ends, so it is made once. */
function providerOf({ env }: Io, profile: string | undefined): () => Promise<Credentials> {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = env
  if (!profile && accessKeyId && secretAccessKey) {
    return async () => ({ accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) })
  }
  let chain: Promise<() => Promise<Credentials>> | undefined
  return async () => {
    try {
      chain ??= import('@aws-sdk/credential-provider-node').then(({ defaultProvider }) =>
        defaultProvider(profile ? { profile } : {}),
      )
      return await (await chain)()
    } catch (cause) {
      const where = profile ? `of the profile ${profile}` : 'in the environment or of a profile'
      throw new CliError(
        `there are no AWS credentials ${where} to sign with (${(cause as Error).message}). Sign in with: aws sso login, name a --profile, or bring a token: CLAIMWIRE_TOKEN`,
        exit.denied,
        { cause },
      )
    }
  }
}

async function regionOf(
  base: URL,
  given: string | undefined,
  profile: string | undefined,
  { env }: Io,
): Promise<string> {
  const named = given ?? /\.execute-api\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?$/.exec(base.hostname)?.[1]
  if (named) return named
  const usual = env.AWS_REGION || env.AWS_DEFAULT_REGION
  if (usual) return usual
  const { loadConfig, NODE_REGION_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS } = await import(
    '@smithy/core/config'
  )
  try {
    return await loadConfig(NODE_REGION_CONFIG_OPTIONS, {
      ...NODE_REGION_CONFIG_FILE_OPTIONS,
      ...(profile && { profile }),
    })()
  } catch {
    throw new UsageError(`${base.origin} doesn't tell its region. Type --region eu-central-1, or what it is.`)
  }
}
