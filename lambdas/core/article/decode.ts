import { MAX_UPLOAD_BYTES } from './article.ts'
import { Rejection } from './rejection.ts'

const MAGIC: [string, number[]][] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['an older office document', [0xd0, 0xcf, 0x11, 0xe0]],
]

/**
 * The upload as well-formed text: UTF-8 unless the content type or a page's own meta tag names another charset, no BOM, CRLF made LF, lone
 * surrogates (JSON escapes and JavaScript strings can hold them, queues refuse them) replaced by U+FFFD, one for one.
 */
export function decode(body: string | Uint8Array, charset?: string): string {
  const size = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength
  if (size === 0) throw new Rejection('empty', 'The upload is empty: 0 bytes.')
  if (size > MAX_UPLOAD_BYTES) {
    throw new Rejection(
      'too-large',
      `The upload has ${count(size)} bytes; at most ${count(MAX_UPLOAD_BYTES)} are read.`,
    )
  }
  const kind = binaryKind(body)
  if (kind) throw new Rejection('binary', `The upload is not text: it is ${kind}.`)
  const text = wellFormed(typeof body === 'string' ? body : decodeBytes(body, charset))
  if (text.trim() === '') throw new Rejection('empty', `The upload is empty: ${count(size)} bytes, all of them blank.`)
  return text
}

/** As above for a text that is already a string, such as one inside JSON. */
export function wellFormed(given: string): string {
  const at = given.indexOf('\0')
  if (at !== -1)
    throw new Rejection('binary', `The upload is not text: it holds a NUL character at position ${count(at)}.`)
  const text = given.charCodeAt(0) === 0xfeff ? given.slice(1) : given
  return text.replaceAll('\r\n', '\n').replace(/\p{Surrogate}/gu, '\uFFFD')
}

/** A size in the words of a message: 1,000,000. */
export function count(size: number): string {
  return size.toLocaleString('en-US')
}

function binaryKind(body: string | Uint8Array): string | undefined {
  const head = typeof body === 'string' ? Buffer.from(body.slice(0, 8), 'latin1') : body
  return MAGIC.find(([, magic]) => magic.every((byte, index) => head[index] === byte))?.[0]
}

function decodeBytes(bytes: Uint8Array, charset: string | undefined): string {
  const decoder = decoderFor(charset ?? 'utf-8')
  const zero = decoder.encoding.startsWith('utf-16') ? -1 : bytes.indexOf(0)
  if (zero !== -1) throw new Rejection('binary', `The upload is not text: it holds a NUL byte at byte ${count(zero)}.`)
  try {
    return decoder.decode(bytes)
  } catch (cause) {
    const declared = charset === undefined ? pageCharset(bytes) : undefined
    if (declared) return decodeBytes(bytes, declared)
    throw new Rejection('not-utf8', `The upload is not valid ${decoder.encoding.toUpperCase()} text.`, { cause })
  }
}

/** What an older page saved as a file says of itself; only asked where it isn't UTF-8, which it may wrongly not call itself. */
function pageCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1')
  return /<meta\s[^<>]*?charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head)?.[1]
}

function decoderFor(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true })
  } catch (cause) {
    throw new Rejection('unsupported-type', `The charset “${charset.slice(0, 40)}” is not known; send UTF-8.`, {
      cause,
    })
  }
}
