/** `after` is a sort key: the walk goes on behind it. `since` and `until` are ISO times, `until` not included. */
export interface PageRequest {
  limit: number
  after?: string
  since?: string
  until?: string
}
/** Put behind a row's key it gives an `after` that this row comes next of: it sorts before all that a key may go on with. */
export const JUST_BEFORE = '!'

export interface Page<T> {
  items: { key: string; item: T }[]
  /** Whether more may follow behind the last item. */
  more: boolean
}
