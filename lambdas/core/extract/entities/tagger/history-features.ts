import type { Context } from './context.ts'
import { mix, pair } from './hash.ts'
import type { History } from './history.ts'
import { OUTSIDE, typeOf } from './labels.ts'

/** What the first pass made of this word here, beside it, and elsewhere in the text. */
export function historyFeatures(
  { ids, runFirst, runLast }: Context,
  { labels, seen, within }: History,
  i: number,
  out: Int32Array,
  from: number,
): number {
  const id = ids[i]!
  const label = labels[i]!
  const bits = within.get(id) ?? 0
  const counts = seen.get(id)
  let n = from
  out[n++] = mix(80, label)
  out[n++] = mix(81, i > 0 ? labels[i - 1]! : 0)
  out[n++] = mix(82, i + 1 < labels.length ? labels[i + 1]! : 0)
  out[n++] = mix(83, bits)
  out[n++] = mix(84, pair(bits, label))
  if (counts) {
    const best = most(counts)
    out[n++] = mix(85, best)
    out[n++] = mix(86, pair(best, label))
    out[n++] = mix(87, pair(best, bits))
    for (let t = 0; t < counts.length; t++) if (counts[t]! > 0) out[n++] = mix(88, t * 4 + Math.min(counts[t]!, 3))
  }
  if (label !== OUTSIDE && runFirst[i]! >= 0) {
    const end = runLast[i]!
    out[n++] = mix(89, pair(typeOf(label), end > i ? typeOf(labels[end]!) : -2))
  }
  return n
}

function most(counts: Int32Array): number {
  let best = 0
  for (let t = 1; t < counts.length; t++) if (counts[t]! > counts[best]!) best = t
  return best
}
