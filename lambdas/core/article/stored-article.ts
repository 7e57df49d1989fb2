import type { Extraction } from '../extract/types.ts'
import type { Proposition } from '../novelty/types.ts'

/** One text of an article, read and kept for good. A later text of the same article is a revision beside it. */
export interface StoredArticle {
  extraction: Extraction
  /** Of every claim under a topic, by claim id: what the judge compares. */
  propositions: Record<string, Proposition>
  /** Hash of the text: names the revision. */
  revision: string
  /** ISO 8601 UTC. The article's own time; where it has none, the upload's. Everything is ordered by it. */
  at: string
  uploadedAt: string
  /** Locality-sensitive hash of the text: near-duplicate texts are one origin. */
  fingerprint: string
}

/** The topics that its claims are under; with repetitions. */
export const topicsOf = ({ extraction }: StoredArticle): string[] => extraction.claims.flatMap(claim => claim.topics)

/** An upload that can't be read, and why. */
export interface RejectedUpload {
  id: string
  key: string
  code: string
  reason: string
  uploadedAt: string
}
