import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connect } from '../../../../local/cli/http/client.ts'
import { sign } from '../../../../local/cli/http/sign.ts'
import type { Io } from '../../../../local/cli/io.ts'
import { runCli } from '../run-cli.ts'
import { type Arrived, expectedSignature, partsOf } from './verify-signature.ts'

const URL_IN_AWS = 'https://a1b2c3.execute-api.eu-central-1.amazonaws.com'
const env = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
const now = new Date('2024-03-10T12:00:00Z')

/** A client whose requests are kept as they would arrive. */
function client(
  given: Parameters<typeof connect>[1],
  more: Record<string, string> = env,
  answer = () => Response.json({}),
) {
  const arrived: Arrived[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const { pathname: path, search, host } = new URL(request.url)
    const headers = { ...Object.fromEntries(request.headers), host }
    arrived.push({ method: request.method, path, query: search.slice(1), headers, body: await request.text() })
    return answer()
  }
  const io = { fetch, env: more, now: () => now, signal: new AbortController().signal } as unknown as Io
  return { client: connect(io, given), arrived }
}

describe('a signed request', () => {
  it('is signed as the example “get-vanilla” of AWS’s test suite', async () => {
    const headers = await sign(
      { method: 'GET', url: new URL('https://example.amazonaws.com/'), headers: {} },
      {
        credentials: { accessKeyId: env.AWS_ACCESS_KEY_ID, secretAccessKey: env.AWS_SECRET_ACCESS_KEY },
        region: 'us-east-1',
        service: 'service',
        at: new Date('2015-08-30T12:36:00Z'),
      },
    )
    expect(headers.authorization).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    )
    const arrived = {
      method: 'GET',
      path: '/',
      query: '',
      body: '',
      headers: { host: 'example.amazonaws.com', ...headers },
    }
    expect(expectedSignature(arrived, env.AWS_SECRET_ACCESS_KEY)).toBe(partsOf(headers.authorization!).signature)
  })

  it('arrives with the signature that the receiver works out, whatever is asked', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(text, text, text, fc.option(text), async (id, q, source, body) => {
        const { client: api, arrived } = client({ api: URL_IN_AWS })
        const path = `/v1/claims/${encodeURIComponent(`c_${id.toWellFormed()}`)}`
        await (body === null ? api.get(path, { q, source, cursor: undefined }) : api.post(path, { body }, { q }))
        const [request] = arrived
        const { scope, signature, accessKeyId } = partsOf(request!.headers.authorization!)
        expect(scope).toEqual(['20240310', 'eu-central-1', 'execute-api', 'aws4_request'])
        expect(accessKeyId).toBe(env.AWS_ACCESS_KEY_ID)
        expect(signature).toBe(expectedSignature(request!, env.AWS_SECRET_ACCESS_KEY))
      }),
      { numRuns: 50 },
    )
  })

  it('carries the session of a role, and signs it', async () => {
    const { client: api, arrived } = client({ api: URL_IN_AWS }, { ...env, AWS_SESSION_TOKEN: 'of-a-role' })
    await api.delete('/v1/topics/floods')
    expect(arrived[0]!.headers['x-amz-security-token']).toBe('of-a-role')
    expect(partsOf(arrived[0]!.headers.authorization!).signed).toContain('x-amz-security-token')
  })

  it.each([
    ['--region', { api: 'https://news.example.org', region: 'eu-west-1' }, {}],
    ['AWS_REGION', { api: 'https://news.example.org' }, { AWS_REGION: 'eu-west-1' }],
    ['AWS_DEFAULT_REGION', { api: 'https://news.example.org' }, { AWS_DEFAULT_REGION: 'eu-west-1' }],
  ])('takes the region of an address of your own from %s', async (_, given, more) => {
    const { client: api, arrived } = client(given, { ...env, ...more })
    await api.get('/v1/topics')
    expect(partsOf(arrived[0]!.headers.authorization!).scope[1]).toBe('eu-west-1')
  })

  it('keeps the stage of the address in its path', async () => {
    const { client: api, arrived } = client({ api: `${URL_IN_AWS}/prod/` })
    await api.get('/v1/topics')
    expect(arrived[0]!.path).toBe('/prod/v1/topics')
  })
})

describe('a token', () => {
  it.each([
    ['--token', { api: URL_IN_AWS, token: 'a.b.c' }, {}],
    ['CLAIMWIRE_TOKEN', { api: URL_IN_AWS }, { CLAIMWIRE_TOKEN: 'a.b.c' }],
  ])('of %s goes before a signature', async (_, given, more) => {
    const { client: api, arrived } = client(given, { ...env, ...more })
    await api.get('/v1/topics')
    expect(arrived[0]!.headers.authorization).toBe('Bearer a.b.c')
  })

  it('is never sent in the clear', async () => {
    const { code, stderr } = await runCli(['topics', 'list', '--token', 'a.b.c', '--api', 'http://news.example.org'])
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('over https only') })
  })
})

describe('on this machine', () => {
  it.each(['http://127.0.0.1:8787', 'http://localhost:9000', 'http://[::1]:8787'])(
    '%s is asked as nobody',
    async api => {
      const { client: own, arrived } = client({ api })
      await own.get('/v1/topics')
      expect(Object.keys(arrived[0]!.headers)).toEqual(['host'])
    },
  )
})

describe('where the API doesn’t let the caller in', () => {
  const forbidden =
    (status: number, date = now) =>
    async () =>
      new Response('{"message":"Forbidden"}', { status, headers: { date: date.toUTCString() } })
  const ask = (args: string[], fetch: typeof globalThis.fetch) =>
    runCli(['topics', 'list', '--api', URL_IN_AWS, ...args], { env, fetch, now })

  it('ends with 4, and says what the identity needs', async () => {
    const { code, stderr } = await ask([], forbidden(403))
    expect(code).toBe(4)
    expect(stderr).toContain(`${URL_IN_AWS} doesn't let you in (403)`)
    expect(stderr).toContain('execute-api:Invoke')
    expect(stderr).not.toContain('minutes off')
  })

  it('says so where this machine’s clock is why', async () => {
    const { stderr } = await ask([], forbidden(403, new Date('2024-03-10T12:20:00Z')))
    expect(stderr).toContain('clock is 20 minutes off')
  })

  it('says of a token that it isn’t taken', async () => {
    const { code, stderr } = await ask(['--token', 'a.b.c'], forbidden(401))
    expect({ code, stderr }).toMatchObject({ code: 4, stderr: expect.stringContaining('The token is not taken') })
    expect(stderr).not.toContain('a.b.c')
  })

  it('says so where there is nothing to sign with', async () => {
    const args = ['topics', 'list', '--api', URL_IN_AWS, '--profile', 'no-such-profile']
    const { code, stderr } = await runCli(args)
    expect({ code, stderr }).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('of the profile no-such-profile'),
    })
  })

  it('follows no redirect with a signature in hand', async () => {
    const asked: (RequestInit | undefined)[] = []
    const moved: typeof globalThis.fetch = async (_, init) => {
      asked.push(init)
      return new Response(null, { status: 302, headers: { location: 'https://elsewhere.example.org' } })
    }
    expect((await ask([], moved)).stderr).toContain('answered 302')
    expect(asked).toMatchObject([{ redirect: 'manual' }])
  })
})
