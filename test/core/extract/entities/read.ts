import { findEntities } from '../../../../lambdas/core/extract/entities/find-entities.ts'
import { parse } from '../../../../lambdas/core/extract/text/parse.ts'
import type { Entity } from '../../../../lambdas/core/extract/types.ts'

export const read = (text: string) => findEntities(parse(text))

export function entity(text: string, name: string): Entity {
  const { entities } = read(text)
  const found = entities.find(one => one.name === name)
  if (!found) throw new Error(`No "${name}" among ${entities.map(one => one.id).join(', ')}`)
  return found
}

export const mentioned = (text: string, name: string) => entity(text, name).mentions.map(mention => mention.text)

/** "he > person:x": every reference of a text with what it stands for. */
export const references = (text: string) => read(text).references.map(one => `${one.text} > ${one.entity}`)
