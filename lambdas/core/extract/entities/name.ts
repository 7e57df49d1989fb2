import type { Entity, EntityType } from '../types.ts'
import type { Context } from './tagger/context.ts'

/** One place where something is named: terms `[first, last)`. Lists of names are sorted and never overlap. */
export interface Name {
  first: number
  last: number
  type: EntityType
  rule: string
}
/** An entity with the names that are its mentions, in text order. */
export interface Group {
  entity: Entity
  names: Name[]
}

export const startOf = ({ doc }: Context, { first }: Name) => doc.terms[first]!.start
/** The end of a name leaves out a possessive: "Baku’s" names "Baku". */
export const endOf = ({ doc, words }: Context, { last }: Name) =>
  doc.terms[last - 1]!.start + words[last - 1]!.text.length
export const textOf = (context: Context, name: Name) =>
  context.doc.text.slice(startOf(context, name), endOf(context, name))

const MARKS = /\p{M}/gu
const plain = (text: string) => text.normalize('NFD').replace(MARKS, '').toLowerCase()

/** Equal for spellings that differ only in case, accents, hyphens, dots, apostrophes or a leading "the". */
export function nameKey(text: string): string {
  return plain(text)
    .replace(/[.’'ʼ‘`]/g, '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()
    .replace(/^the (?=.)/, '')
}

/** "Nikol Pashinyan" to "nikol-pashinyan". */
export const slug = (text: string) => nameKey(text).replace(/&/g, 'and').replaceAll(' ', '-')
