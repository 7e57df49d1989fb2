import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { EntityType } from '../lambdas/core/extract/types.ts'
import { joinSentences, readSentences } from '../scripts/conll.ts'
import { type GoldArticle, readCorpus } from '../scripts/train-attributions-corpus.ts'
import type { Typed, Whole } from './score.ts'

export interface EntityText {
  text: string
  entities: Typed[]
  /** Absent where the corpus marks no quantities. */
  figures?: Whole[]
}

const SENTENCES_PER_TEXT = 12

/** CoNLL-2003 columns as running text; headlines, tables and lines in capitals are left out. */
export function readConll(file: string): EntityText[] {
  const prose = readSentences(file).filter(sentence => {
    const letters = sentence
      .map(([word]) => word)
      .join('')
      .replace(/[^A-Za-z]/g, '')
    const shouts = letters !== '' && letters === letters.toUpperCase()
    return !shouts && sentence.length >= 5 && /[.!?"]$/.test(sentence.at(-1)![0])
  })
  const texts: EntityText[] = []
  for (let i = 0; i < prose.length; i += SENTENCES_PER_TEXT) {
    const { text, spans } = joinSentences(prose.slice(i, i + SENTENCES_PER_TEXT))
    const entities = spans.filter((span): span is Typed => span.type !== 'other')
    texts.push({ text, entities })
  }
  return texts
}

const RE3D_TYPES = new Map<string, EntityType>([
  ['Person', 'person'],
  ['Location', 'place'],
  ['Organisation', 'organization'],
])
const PRONOUN = /^(?:I|He|She|It|We|They|His|Her|Their|My|Our|The [a-z].*)$/
const NUMBER = /\d|hundred|thousand|million|billion|dozen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve/i

interface Re3dEntity {
  documentId: string
  type: string
  value: string
  begin: number
  end: number
  confidence: number
}

/** A re3d folder: one folder per source, with documents and entities as JSON lines. */
export function readRe3d(folder: string): EntityText[] {
  const sources = readdirSync(folder).filter(source => existsSync(path.join(folder, source, 'documents.json')))
  return sources.flatMap(source => {
    const rows = <T>(file: string): T[] =>
      readFileSync(path.join(folder, source, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line))
    const byDocument = new Map<string, Re3dEntity[]>()
    for (const entity of rows<Re3dEntity>('entities.json')) {
      const known = byDocument.get(entity.documentId)
      if (known) known.push(entity)
      else byDocument.set(entity.documentId, [entity])
    }
    return rows<{ _id: string; text: string }>('documents.json').map(({ _id, text }) => {
      const sure = (byDocument.get(_id) ?? []).filter(({ confidence }) => confidence >= 0.5)
      const entities = sure.flatMap(({ type, value, begin, end }) => {
        const known = RE3D_TYPES.get(type)
        return known && /^[A-Z]/.test(value) && !PRONOUN.test(value) ? [{ start: begin, end, type: known }] : []
      })
      const figures = sure
        .filter(({ type, value }) => (type === 'Quantity' || type === 'Money') && NUMBER.test(value))
        .map(({ begin, end }) => ({ start: begin, end }))
      return { text, entities, figures }
    })
  })
}

export const readPolnear = (folder: string): GoldArticle[] => readCorpus(folder)

/** Pairs of the Microsoft paraphrase corpus: whether they say the same, and the two sentences. */
export function readPairs(file: string): { same: boolean; a: string; b: string }[] {
  const lines = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n')
    .slice(1)
    .filter(Boolean)
  return lines.map(line => {
    const [same, , , a = '', b = ''] = line.replace(/\r$/, '').split('\t')
    return { same: same === '1', a, b }
  })
}
