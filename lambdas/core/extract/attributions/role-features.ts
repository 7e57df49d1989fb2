import { type Features, mix } from './chain.ts'
import { GAP } from './gaps.ts'
import { isVerb } from './tags.ts'
import type { Tokens } from './tokens.ts'

/** Terms `[first, last)` of a cue, and its neighbours in which its source and content are looked for. */
export interface CueWindow {
  first: number
  last: number
  /** The term that carries the cue's sense: "expressed" of "has expressed". */
  head: number
  from: number
  to: number
}

/** Facts that hold for every term of a window, and counters that run outward from the cue. */
export interface Outward {
  frame: number
  distance: Uint8Array
  commas: Uint8Array
  verbs: Uint8Array
  marks: Uint8Array
  cues: Uint8Array
  sentences: Int8Array
}

const BUCKETS = [0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9]
const bucket = (n: number) => BUCKETS[n] ?? (n < 45 ? 9 : n < 80 ? 10 : 11)

/** `isCue[i]` is 1 where a cue begins at term `i`. */
export function outward(t: Tokens, w: CueWindow, isCue: Uint8Array): Outward {
  const n = w.to - w.from
  const o: Outward = {
    frame: frameOf(t, w),
    distance: new Uint8Array(n),
    commas: new Uint8Array(n),
    verbs: new Uint8Array(n),
    marks: new Uint8Array(n),
    cues: new Uint8Array(n),
    sentences: new Int8Array(n),
  }
  const walk = (start: number, step: 1 | -1) => {
    let commas = 0
    let verbs = 0
    let marks = 0
    let cues = 0
    let sentences = 0
    let distance = 0
    for (let k = start; k >= w.from && k < w.to; k += step) {
      const gap = t.gap[step === 1 ? k : k + 1]!
      if (gap & GAP.sentence) {
        sentences += step
        commas = 0
        verbs = 0
      }
      if (gap & (GAP.comma | GAP.dash | GAP.colon)) commas = Math.min(commas + 1, 3)
      if (gap & (GAP.opens | GAP.closes)) marks = Math.min(marks + 1, 3)
      const at = k - w.from
      o.distance[at] = bucket(++distance)
      o.commas[at] = commas
      o.verbs[at] = verbs
      o.marks[at] = marks
      o.cues[at] = cues
      o.sentences[at] = Math.max(-3, Math.min(4, sentences))
      if (isVerb(t.tag[k]!)) verbs = Math.min(verbs + 1, 3)
      if (isCue[k]) cues = Math.min(cues + 1, 3)
    }
  }
  walk(w.first - 1, -1)
  walk(w.last, 1)
  return o
}

/** The cue's setting in one number: what ends and begins next to it, whether it is passive, whether it is itself quoted. */
function frameOf(t: Tokens, w: CueWindow): number {
  const before = t.gap[w.first]! & (GAP.comma | GAP.closes | GAP.opens | GAP.sentence)
  const after = t.gap[w.last]! & (GAP.comma | GAP.colon | GAP.opens | GAP.closes | GAP.sentence)
  return mix(before * 256 + after, t.tag[w.head]! * 4 + (t.quote[w.head]! ? 2 : 0) + (w.last - w.first > 1 ? 1 : 0))
}

// No closures in here: they would be made anew for every term.
function node(out: Features, kind: number, value: number): void {
  out.node[out.nodes++] = mix(kind, value)
}
function edge(out: Features, kind: number, value: number): void {
  out.edge[out.edges++] = mix(kind, value)
}
const wordAt = (t: Tokens, k: number) => (k >= 0 && k < t.length ? t.word[k]! : -1)
const tagAt = (t: Tokens, k: number) => (k >= 0 && k < t.length ? t.tag[k]! : 60)

export function roleFeatures(t: Tokens, w: CueWindow, o: Outward, i: number, out: Features): void {
  out.nodes = 0
  out.edges = 0
  const at = i - w.from
  const side = i < w.first ? 0 : i < w.last ? 2 : 1
  const tag = t.tag[i]!
  const stem = t.stem[i]!
  const cueStem = t.stem[w.head]!
  const cls = t.cueClass[w.head]!
  const cueTag = t.tag[w.head]!
  const next = wordAt(t, w.last)
  const distance = side * 16 + o.distance[at]!
  const sentence = o.sentences[at]!
  const sameQuote = t.quote[i]! === 0 ? 0 : t.quote[i] === t.quote[w.head] ? 1 : 2
  const place = ((side * 4 + o.commas[at]!) * 4 + o.verbs[at]!) * 4 + o.marks[at]!
  const where = mix(place, sameQuote * 16 + sentence + 4)
  const group =
    t.groupStart[i]! < 0 ? 0 : side === 0 ? (t.groupEnd[i] === w.first - 1 ? 2 : 1) : t.groupStart[i] === w.last ? 2 : 1
  const gapL = t.gap[i]!
  const gapR = t.gap[i + 1]!
  node(out, 1, side)
  node(out, 2, where)
  node(out, 3, mix(where, tag))
  node(out, 4, mix(where, o.frame))
  node(out, 5, mix(where, cueStem))
  node(out, 6, mix(where, mix(cls, cueTag)))
  node(out, 7, mix(distance, tag))
  node(out, 8, mix(distance, mix(cls, cueTag)))
  node(out, 9, mix(distance, cueStem))
  node(out, 10, mix(distance, o.frame))
  node(out, 11, mix(side, stem))
  node(out, 12, mix(side, mix(stem, tagAt(t, i - 1))))
  node(out, 13, mix(side, mix(stem, tagAt(t, i + 1))))
  node(out, 14, mix(side, (tagAt(t, i - 1) * 64 + tag) * 64 + tagAt(t, i + 1)))
  node(out, 15, mix(side, mix(wordAt(t, i - 1), tag)))
  node(out, 16, mix(side, mix(wordAt(t, i + 1), tag)))
  node(out, 17, mix(side * 8 + sameQuote, (sentence + 4) * 8 + o.cues[at]!))
  node(out, 18, mix(mix(side * 8 + sameQuote, (sentence + 4) * 8 + o.cues[at]!), o.frame))
  node(out, 19, mix(place, group * 64 + tag))
  node(out, 20, mix(mix(place, group), mix(cls, cueTag)))
  node(out, 21, mix(mix(side, group), mix(cueStem, tag)))
  node(out, 22, mix(mix(side, next), o.commas[at]! * 4 + o.verbs[at]!))
  node(out, 23, mix(mix(where, next), mix(cls, cueTag)))
  node(out, 24, mix(mix(distance, next), cueTag))
  node(out, 25, mix(side, mix(stem, cueStem)))
  node(out, 26, mix(gapL * 256 + gapR, side * 8 + sameQuote))
  node(out, 27, mix(side, t.shape[i]! * 64 + tag))
  const head = t.groupEnd[i]! < 0 ? -1 : t.groupEnd[i]!
  node(out, 28, mix(mix(side, distance), head < 0 ? tag : mix(t.stem[head]!, 7)))
  node(out, 29, mix(side, head < 0 ? tag : mix(t.stem[head]!, group)))
  node(out, 30, mix(mix(wordAt(t, w.first - 1), side), o.distance[at]! * 64 + tag))
  node(out, 31, mix(mix(cueStem, next), place))
  edge(out, 1, side * 256 + gapL)
  edge(out, 2, mix(side * 256 + gapL, tag))
  edge(out, 3, mix(side, stem))
  edge(out, 4, mix(side, tagAt(t, i - 1) * 64 + tag))
  edge(out, 5, mix(mix(side, gapL), mix(cls, cueTag)))
  edge(out, 6, mix(mix(side, o.distance[at]!), mix(cls, cueTag)))
  edge(out, 7, mix(side, wordAt(t, i - 1)))
  edge(out, 8, mix(mix(side, tag), (o.commas[at]! * 4 + o.verbs[at]!) * 4 + group))
  edge(out, 9, mix(mix(side, gapL), mix(cueStem, o.distance[at]!)))
  edge(out, 10, mix(mix(side, gapL), mix(wordAt(t, i), sentence)))
  edge(out, 11, mix(mix(o.frame, side), gapL))
  edge(out, 12, mix(mix(side, stem), o.distance[at]! * 4 + o.verbs[at]!))
}
