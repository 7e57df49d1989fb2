import type { EntityType } from '../types.ts'
import type { Name } from './name.ts'
import type { Context } from './tagger/context.ts'
import { spansOf } from './tagger/labels.ts'
import { tag } from './tagger/tag.ts'

/** The names that the tagger sees. What it takes for something else (a nationality, an event) is left out. */
export function tagNames(context: Context): Name[] {
  return spansOf(tag(context))
    .filter(span => span.type !== 'other')
    .map(({ first, last, type }) => ({ first, last, type: type as EntityType, rule: 'tagger' }))
}
