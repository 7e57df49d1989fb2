import { BEFORE, canEnd, canStart, LABELS } from './labels.ts'

/**
 * The best allowed sequence of labels (Viterbi). `scores` has `LABELS` per word, `moves[a * LABELS + b]` the score of `b` after `a`;
 * before the first and after the last word stands `outside`.
 */
export function viterbi(scores: Float32Array, moves: Float32Array, length: number): Uint8Array {
  const best = new Float32Array(length * LABELS).fill(-Infinity)
  const back = new Uint8Array(length * LABELS)
  for (let l = 0; l < LABELS; l++) if (canStart(l)) best[l] = scores[l]! + moves[l]!
  for (let i = 1; i < length; i++) {
    const here = i * LABELS
    for (let b = 0; b < LABELS; b++) {
      let top = -Infinity
      for (const a of BEFORE[b]!) {
        const score = best[here - LABELS + a]! + moves[a * LABELS + b]!
        if (score > top) {
          top = score
          back[here + b] = a
        }
      }
      best[here + b] = top + scores[here + b]!
    }
  }
  return trace(best, back, moves, length)
}

function trace(best: Float32Array, back: Uint8Array, moves: Float32Array, length: number): Uint8Array {
  const path = new Uint8Array(length)
  const end = (length - 1) * LABELS
  let top = -Infinity
  for (let l = 0; l < LABELS; l++) {
    const score = best[end + l]! + moves[l * LABELS]!
    if (canEnd(l) && score > top) {
      top = score
      path[length - 1] = l
    }
  }
  for (let i = length - 1; i > 0; i--) path[i - 1] = back[i * LABELS + path[i]!]!
  return path
}
