/** `after` is a sort key: the walk goes on behind it. `since` and `until` are ISO times, `until` not included. */
export interface PageRequest {
  limit: number
  after?: string
  since?: string
  until?: string
}
/** Put behind a row's key it gives an `after` that the row itself comes next of. */
export const JUST_BEFORE = '\u{10FFFF}'

export interface Page<T> {
  items: { key: string; item: T }[]
  /** Whether more may follow behind the last item. */
  more: boolean
}
