interface Text {
  /** ISO 8601 UTC, as all times here. */
  uploadedAt: string
}

/** An article that is dated by its day alone counts from midnight, and a report may take hours to come. */
const NEWS_MS = 24 * 60 * 60 * 1000

/**
 * Whether an article's text is from before a topic that was added at `since`, so that it is judged in silence: it is dated more
 * than a day before, or it is the first text since then of an article that was there already. The texts after that
 * one tell what they add to it.
 */
export function predates(since: string, article: Text & { at: string }, texts: readonly Text[]): boolean {
  if (Date.parse(article.at) < Date.parse(since) - NEWS_MS) return true
  const before = texts.filter(({ uploadedAt }) => uploadedAt < article.uploadedAt)
  return before.length > 0 && before.every(({ uploadedAt }) => uploadedAt < since)
}
