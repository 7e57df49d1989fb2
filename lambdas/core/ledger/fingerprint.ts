import { createHash } from 'node:crypto'

const SHINGLE = 4
const NEAR = 10

/**
 * 64-bit simhash of a text's word shingles, as 16 hex digits: near-duplicate texts differ in few bits.
 * Charikar, "Similarity Estimation Techniques from Rounding Algorithms" (2002).
 */
export function fingerprint(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const votes = new Int32Array(64)
  for (let i = 0; i === 0 || i + SHINGLE <= words.length; i++) {
    const hash = createHash('md5')
      .update(words.slice(i, i + SHINGLE).join(' '))
      .digest()
    for (let bit = 0; bit < 64; bit++) votes[bit]! += (hash[bit >> 3]! >> (bit & 7)) & 1 ? 1 : -1
  }
  let digits = ''
  for (let nibble = 0; nibble < 16; nibble++) {
    let value = 0
    for (let bit = 0; bit < 4; bit++) if (votes[nibble * 4 + bit]! > 0) value |= 1 << bit
    digits += value.toString(16)
  }
  return digits
}

/** Whether two fingerprints are of texts from one origin, such as a wire copy with another headline. */
export function isSameOrigin(a: string, b: string): boolean {
  let differing = 0
  for (let i = 0; i < 16; i++) {
    let bits = Number.parseInt(a[i]!, 16) ^ Number.parseInt(b[i]!, 16)
    for (; bits; bits &= bits - 1) differing++
  }
  return differing <= NEAR
}
