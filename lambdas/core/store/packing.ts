import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

const options = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}

/** JSON under Brotli: an extraction of 20 KB becomes 4 KB, and each further KB is a write unit. Packing it takes some 20 ms. */
export const pack = (value: unknown): Uint8Array => brotliCompressSync(JSON.stringify(value), options)

export const unpack = <T>(packed: Uint8Array): T => JSON.parse(brotliDecompressSync(packed).toString()) as T
