/** One of an article's texts, in the order of the article's time, then of the uploads. */
export interface Revision {
  revision: string
  at: string
  uploadedAt: string
}

/** The texts of an article on both sides of one of them. The list is latest first. */
export function around<R extends Pick<Revision, 'revision'>>(latestFirst: readonly R[], revision: string) {
  const index = latestFirst.findIndex(known => known.revision === revision)
  return { earlier: latestFirst[index + 1] ?? null, later: latestFirst[index - 1] ?? null }
}
