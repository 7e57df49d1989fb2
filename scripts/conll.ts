import { readFileSync } from 'node:fs'
import { type TagType, TYPES } from '../lambdas/core/extract/entities/tagger/labels.ts'

export interface GoldSpan {
  start: number
  end: number
  type: TagType
}
export interface GoldText {
  text: string
  spans: GoldSpan[]
}
const TYPE = new Map<string, TagType>([
  ['PER', 'person'],
  ['LOC', 'place'],
  ['ORG', 'organization'],
  ['MISC', 'other'],
])
const GLUED = /^(?:[.,;:!?%)\]}]|'s|n't|'re|'ve|'d|'ll|'m)$/

export type Token = [word: string, tag: string]

/** Sentences of a CoNLL column file: the word first, its IOB tag second or last. */
export function readSentences(file: string): Token[][] {
  const sentences: Token[][] = [[]]
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const columns = line.trim().split(/\s+/)
    if (line.trim() === '' || line.startsWith('-DOCSTART-')) sentences.push([])
    else sentences.at(-1)!.push([columns[0]!, columns.slice(1).find(column => /^(?:O|[BI]-\w+)$/.test(column)) ?? 'O'])
  }
  return sentences.filter(sentence => sentence.length > 0)
}

/** Puts tokens back into running text, sentences parted by `between`, with the spans of the named things. */
export function joinSentences(sentences: readonly Token[][], between = ' '): GoldText {
  const gold: GoldText = { text: '', spans: [] }
  for (const sentence of sentences) {
    if (gold.text) gold.text += between
    addSentence(gold, sentence)
  }
  return gold
}

function addSentence(gold: GoldText, sentence: readonly Token[]): void {
  let quoted = false
  let glue = true
  let open: GoldSpan | undefined
  for (const [word, tag] of sentence) {
    const closing = word === '"' && quoted
    if (!glue && !closing && !GLUED.test(word)) gold.text += ' '
    const start = gold.text.length
    gold.text += word
    glue = word === '(' || word === '[' || word === '$' || (word === '"' && !quoted)
    if (word === '"') quoted = !quoted
    const type = TYPE.get(tag.slice(2))
    if (open && (!type || type !== open.type || tag.startsWith('B'))) open = undefined
    if (type && open) open.end = gold.text.length
    else if (type) {
      open = { start, end: gold.text.length, type }
      gold.spans.push(open)
    }
  }
}

export const typeIndex = (type: TagType) => TYPES.indexOf(type)
