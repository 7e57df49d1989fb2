/** Ids that tell where to look: a claim's names its article; an alert's its topic, its article and the text of it. */

/** `hash`: 12 hex digits that no other claim of the article has. */
export const claimIdOf = (articleId: string, hash: string): string => `c_${articleId}_${hash}`

/** The id of the article that a claim stands in; undefined where this is no claim's id. */
export const articleOfClaim = (claimId: string): string | undefined => /^c_(.+)_[0-9a-f]{12}$/.exec(claimId)?.[1]

/** The same for the same article, text and topic. A topic's name holds no underscore. */
export const alertIdOf = (topic: string, articleId: string, revision: string): string =>
  `al_${topic}_${articleId}_${revision.slice(0, 12)}`

export function placeOfAlert(alertId: string): { topic: string; articleId: string; revision: string } | undefined {
  const [, topic, articleId, revision] = /^al_([a-z0-9-]+)_(.+)_([^_]*)$/.exec(alertId) ?? []
  return topic && articleId ? { topic, articleId, revision: revision! } : undefined
}
