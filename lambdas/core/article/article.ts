/** A news article as it is stored. `text` is what every span of an extraction points into. */
export interface Article {
  /** Stable: given, or made from the url, or from the text where there is no url. */
  id: string
  title: string | null
  /** The outlet that published it. */
  source: string | null
  url: string | null
  /** ISO 8601, UTC. */
  publishedAt: string | null
  /** BCP 47; only `en` is read. */
  language: string
  text: string
}

/** The size of upload, in bytes, and of readable text, in UTF-16 code units, that one article may have. */
export const MAX_UPLOAD_BYTES = 1_000_000
export const MAX_TEXT_LENGTH = 200_000
