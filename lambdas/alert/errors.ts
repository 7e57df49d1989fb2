/** Claims were submitted of an article that the store doesn't have: the message stays until it does, or ends in the DLQ. */
export class ArticleMissing extends Error {
  readonly articleId: string
  readonly revision: string

  constructor(articleId: string, revision: string) {
    super(`no article ${articleId} with revision ${revision}`)
    this.name = 'ArticleMissing'
    this.articleId = articleId
    this.revision = revision
  }
}
