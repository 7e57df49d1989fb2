import packed from '../weights.json' with { type: 'json' }
import { LABELS } from './labels.ts'

export interface Model {
  /** Where a feature's weights begin in `weights`; -1 for a feature without any. */
  rowOf(feature: number): number
  /** `LABELS` per feature, in steps of the model's own unit. */
  weights: Int8Array | Float32Array
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

export function unpack({ features, keys, rows, moves }: Packed): Model {
  const slots = 2 ** Math.ceil(Math.log2(features * 2 + 2))
  const keyAt = new Int32Array(slots)
  const rowAt = new Int32Array(slots).fill(-1)
  const weights = new Int8Array(features * LABELS)
  const keyBytes = Buffer.from(keys, 'base64')
  const rowBytes = Buffer.from(rows, 'base64')
  let [k, r, key] = [0, 0, 0]
  for (let f = 0; f < features; f++) {
    for (let shift = 0, byte = 128; byte & 128; shift += 7) {
      byte = keyBytes[k++]!
      key = (key + ((byte & 127) << shift)) | 0
    }
    let slot = key & (slots - 1)
    while (rowAt[slot]! >= 0) slot = (slot + 1) & (slots - 1)
    keyAt[slot] = key
    rowAt[slot] = f * LABELS
    for (let count = rowBytes[r++]!; count > 0; count--) {
      weights[f * LABELS + rowBytes[r]!] = rowBytes.readInt8(r + 1)
      r += 2
    }
  }
  const rowOf = (feature: number) => {
    let slot = feature & (slots - 1)
    while (rowAt[slot]! >= 0) {
      if (keyAt[slot] === feature) return rowAt[slot]!
      slot = (slot + 1) & (slots - 1)
    }
    return -1
  }
  return { rowOf, weights, moves: Float32Array.from(moves) }
}
