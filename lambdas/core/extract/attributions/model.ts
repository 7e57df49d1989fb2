import type { Grammar, Weights } from './chain.ts'

/** Labels of the cue chain: no cue, its first term, a further term. */
export const CUE_GRAMMAR: Grammar = {
  label: [0, 1, 2],
  start: [0, 1],
  next: [
    [0, 1],
    [0, 1, 2],
    [0, 1, 2],
  ],
}
/** Labels of the role chain: neither, source, content. */
export const SOURCE = 1
export const CONTENT = 2
/** A cue has one source, in one piece: states 0 neither, 1 content before it; 2 the source; 3 neither, 4 content after it. */
export const ROLE_GRAMMAR: Grammar = {
  label: [0, CONTENT, SOURCE, 0, CONTENT],
  start: [0, 1, 2],
  next: [
    [0, 1, 2],
    [0, 1, 2],
    [2, 3, 4],
    [3, 4],
    [3, 4],
  ],
}

/** The same with content somewhere: states 0 to 4 as above, where content was seen; 5 neither, 6 the source, 7 neither, where it wasn't. */
export const SAID_GRAMMAR: Grammar = {
  label: [...ROLE_GRAMMAR.label, 0, SOURCE, 0],
  start: [1, 5, 6],
  next: [...ROLE_GRAMMAR.next, [5, 1, 6], [6, 7, 4], [7, 4]],
  end: [0, 1, 2, 3, 4],
}

export interface PackedWeights {
  labels: number
  nodeBits: number
  edgeBits: number
  node: string
  edge: string
}

export function unpack(packed: PackedWeights): Weights {
  const bytes = (text: string) => {
    const buffer = Buffer.from(text, 'base64')
    return new Int8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
  }
  return { ...packed, node: bytes(packed.node), edge: bytes(packed.edge) }
}
