/** Why an upload was refused. Stable: stored with the record, shown by queries, used as the type of a problem response. */
export type RejectionCode =
  | 'empty'
  | 'too-large'
  | 'too-long'
  | 'not-utf8'
  | 'binary'
  | 'bad-json'
  | 'bad-article'
  | 'no-text'
  | 'unsupported-type'

/** A fault of the upload itself: trying again can't help. The message says what and why, and never quotes the article's text. */
export class Rejection extends Error {
  readonly code: RejectionCode

  constructor(code: RejectionCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Rejection'
    this.code = code
  }
}
