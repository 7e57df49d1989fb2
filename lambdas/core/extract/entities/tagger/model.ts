import packed from '../weights.json' with { type: 'json' }

export interface Model {
  /** Adds a feature's weights, one per label, to `scores` from `at` on; in steps of the model's own unit. */
  add(feature: number, scores: Float32Array, at: number): void
  /** `moves[a * LABELS + b]`, in the same unit. */
  moves: Float32Array
}
/**
 * Base64 of: the features, ascending as unsigned 32-bit numbers, as LEB128 differences; then per feature the count of its
 * weights and each one's label and value (one signed byte).
 */
export interface Packed {
  features: number
  keys: string
  rows: string
  moves: number[]
}

let models: { first: Model; second: Model } | undefined
/** Unpacked at first use, some milliseconds; the same for every text after. */
export function load(): { first: Model; second: Model } {
  models ??= { first: unpack(packed.first), second: unpack(packed.second) }
  return models
}

/** A feature without weights is the common case: this many bits tell most of them apart without a look at the table. */
const FILTER_BITS = 2 ** 19

export function unpack({ features, keys, rows, moves }: Packed): Model {
  const bytes = new Int8Array(Buffer.from(rows, 'base64'))
  const { table, filter } = tableOf(features, Buffer.from(keys, 'base64'), bytes)
  const mask = table.length / 2 - 1
  const add = (feature: number, scores: Float32Array, at: number) => {
    if (!(filter[(feature & (FILTER_BITS - 1)) >> 3]! & (1 << (feature & 7)))) return
    let slot = feature & mask
    while (table[slot * 2] !== feature || table[slot * 2 + 1] === FREE) {
      if (table[slot * 2 + 1] === FREE) return
      slot = (slot + 1) & mask
    }
    const row = table[slot * 2 + 1]!
    const end = row + 2 * bytes[row]!
    for (let r = row + 1; r < end; r += 2) scores[at + bytes[r]!]! += bytes[r + 1]!
  }
  return { add, moves: Float32Array.from(moves) }
}

const FREE = -1

/** Open addressing: a feature and where its row of weights begins, side by side. */
function tableOf(features: number, keys: Uint8Array, rows: Int8Array): { table: Int32Array; filter: Uint8Array } {
  const slots = 2 ** Math.ceil(Math.log2(features * 2 + 2))
  const table = new Int32Array(slots * 2).fill(FREE)
  const filter = new Uint8Array(FILTER_BITS / 8)
  for (let f = 0, k = 0, key = 0, row = 0; f < features; f++) {
    for (let shift = 0, byte = 128; byte & 128; shift += 7) {
      byte = keys[k++]!
      key = (key + ((byte & 127) << shift)) | 0
    }
    let slot = key & (slots - 1)
    while (table[slot * 2 + 1] !== FREE) slot = (slot + 1) & (slots - 1)
    table[slot * 2] = key
    table[slot * 2 + 1] = row
    const bit = key & (FILTER_BITS - 1)
    filter[bit >> 3] = filter[bit >> 3]! | (1 << (bit & 7))
    row += 1 + 2 * rows[row]!
  }
  return { table, filter }
}
