import type { Filter } from './filter.ts'
import type { Note, Notes } from './notes.ts'
import type { Subscription, Subscriptions, Wanted } from './subscriptions.ts'

export interface Managed extends Subscription {
  note: string | null
  /** Null where it was made elsewhere. */
  createdAt: string | null
}
export interface Stores {
  subscriptions: Subscriptions
  notes: Notes
}

/** Asked of SNS at once; it answers some tens a second. */
const AT_ONCE = 10

/** Asked again for the same address and filter, it gives the subscription that stands, with the new note. */
export async function create(
  { subscriptions, notes }: Stores,
  { note, createdAt, ...wanted }: Wanted & Pick<Note, 'note' | 'createdAt'>,
): Promise<Managed> {
  const made = await subscriptions.subscribe(wanted)
  const kept = (await notes.get(made.id))?.createdAt ?? createdAt
  await notes.put({ id: made.id, filter: wanted.filter, note, createdAt: kept })
  return { ...made, note, createdAt: kept }
}

export async function show({ subscriptions, notes }: Stores, id: string): Promise<Managed | null> {
  const [found, note] = await Promise.all([subscriptions.get(id), notes.get(id)])
  if (found) return managed(found, note)
  // Ended at SNS, by the link in an e-mail or for want of a confirmation.
  if (note) await notes.delete(id)
  return null
}

/**
 * By id. SNS lists those that are confirmed; those that wait are known by their notes, so one that was made elsewhere is
 * listed once it is confirmed.
 */
export async function list(
  stores: Stores,
  { after = '', limit }: { after?: string | undefined; limit: number },
): Promise<{ items: Managed[]; next?: string; complete: boolean }> {
  const [confirmed, notes] = await Promise.all([stores.subscriptions.confirmed(), stores.notes.all()])
  const ids = [...new Set([...confirmed.ids, ...notes.map(({ id }) => id)])].filter(id => id > after).sort()
  const page = ids.slice(0, limit)
  const items: Managed[] = []
  for (let at = 0; at < page.length; at += AT_ONCE) {
    const shown = await Promise.all(page.slice(at, at + AT_ONCE).map(id => show(stores, id)))
    items.push(...shown.filter(item => item !== null))
  }
  return { items, ...(ids.length > limit && { next: page.at(-1)! }), complete: confirmed.complete }
}

/** Null where there is none. What isn't given stays. */
export async function change(
  stores: Stores,
  id: string,
  { filter, note }: { filter?: Filter | undefined; note?: string | null | undefined },
  now: string,
): Promise<Managed | null> {
  const before = await show(stores, id)
  if (!before) return null
  if (filter) await stores.subscriptions.setFilter(id, filter)
  const after = { ...before, ...(filter && { filter }), ...(note !== undefined && { note }) }
  const createdAt = before.createdAt ?? now
  // A filter that can't be said here has no reasons to give.
  if (after.filter) await stores.notes.put({ id, filter: after.filter, note: after.note, createdAt })
  return after
}

/** One that waits for its confirmation can't be ended: SNS lets it expire. */
export async function remove({ subscriptions, notes }: Stores, id: string): Promise<'removed' | 'pending' | 'missing'> {
  const found = await subscriptions.get(id)
  if (found?.status === 'pending') return 'pending'
  if (found) await subscriptions.unsubscribe(id)
  await notes.delete(id)
  return found ? 'removed' : 'missing'
}

const managed = (found: Subscription, note: Note | null): Managed => ({
  ...found,
  note: note?.note ?? null,
  createdAt: note?.createdAt ?? null,
})
