import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Context } from '../lambdas/core/extract/entities/tagger/context.ts'
import { LISTS } from '../lambdas/core/extract/entities/tagger/gazetteer.ts'
import { spansOf, type Tagged, type TagType } from '../lambdas/core/extract/entities/tagger/labels.ts'
import type { GoldSpan } from './conll.ts'
import { labelsOf } from './train-entities-texts.ts'

export interface Report {
  source: string
  text: string
  /** What its annotators agree on, as whole phrases ("the SDF", "ISIL fighters"); these may overlap. */
  phrases: GoldSpan[]
}
interface Row {
  documentId: string
  type: string
  begin: number
  end: number
  confidence: number
}

const TYPE = new Map<string, TagType>([
  ['Person', 'person'],
  ['Location', 'place'],
  ['Organisation', 'organization'],
])
const SURE = 0.5

const rows = <T>(...file: string[]): T[] =>
  readFileSync(path.join(...file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))

/** A re3d folder: one folder per source, with documents and entities as JSON lines. */
export function readReports(folder: string): Report[] {
  const sources = readdirSync(folder).filter(source => existsSync(path.join(folder, source, 'documents.json')))
  return sources.sort().flatMap(source => {
    const sure = rows<Row>(folder, source, 'entities.json').filter(({ confidence }) => confidence >= SURE)
    return rows<{ _id: string; text: string }>(folder, source, 'documents.json').map(({ _id, text }) => {
      const phrases = sure.flatMap(({ documentId, type, begin, end }) => {
        const known = TYPE.get(type)
        return known && documentId === _id ? [{ start: begin, end, type: known }] : []
      })
      return { source, text, phrases }
    })
  })
}

/**
 * The labels of a report that the tagger may learn from. Reports mark whole phrases and leave many names out; the tagger is to learn
 * names. So what a tagger of news makes of the text (`labels`) stands, and phrases that are a name and no more say of which type it is
 * and how far it goes.
 */
export function relabel(context: Context, labels: Uint8Array, phrases: readonly GoldSpan[]): Uint8Array {
  const tagged = spansOf(labels)
  const sure: Tagged[] = []
  const longestFirst = [...phrases].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  for (const phrase of longestFirst) {
    const name = nameIn(context, phrase)
    if (!name || sure.some(one => overlap(one, name))) continue
    const within = tagged.filter(one => overlap(one, name))
    // "Foreign Secretary Philip Hammond": a person's title is no part of the name.
    if (name.type === 'person' && within.some(({ type }) => type === 'person')) continue
    sure.push(...(name.type === 'place' && areParts(within, name) ? within : [name]))
  }
  const kept = tagged.filter(one => !sure.some(name => overlap(one, name)))
  return labelsOf([...kept, ...sure], labels.length)
}

const overlap = (a: Tagged, b: Tagged) => a.first < b.last && b.first < a.last

/** "Palmyra, Syria": two places. */
const areParts = (within: readonly Tagged[], { first, last, type }: Tagged) =>
  within.length > 0 && within.every(one => one.type === type && one.first >= first && one.last <= last)

const TITLES = LISTS.honorific | LISTS.role
const ARTICLES = new Set(['the', 'a', 'an', 'some', 'his', 'their', 'its'])
const OFFICE = new Set(['for', 'of'])

/** The name that a phrase is, without its article and a person's titles; undefined where other words belong to it. */
function nameIn(context: Context, { start, end, type }: GoldSpan): Tagged | undefined {
  const { doc, words, candidate, lists, phrasePlace } = context
  const { terms } = doc
  let first = terms.findIndex(term => term.end > start)
  if (first < 0) return undefined
  let last = first
  while (last < terms.length && terms[last]!.start < end) last++
  while (first < last && (!words[first]!.upper || ARTICLES.has(words[first]!.lower))) first++
  if (type === 'person')
    for (let k = first; k < last && lists[k]! & TITLES; k++) if (phrasePlace[k]! >= 2) first = k + 1
  if (first >= last || !words[last - 1]!.upper || terms[last - 1]!.end > end + 2) return undefined
  for (let k = first; k < last; k++) {
    const office = type === 'person' && OFFICE.has(words[k]!.lower)
    const apart = k > first && /[,;(]/.test(terms[k]!.pre)
    if (!candidate[k] || office || apart || terms[k]!.sentence !== terms[first]!.sentence) return undefined
  }
  return { first, last, type }
}
