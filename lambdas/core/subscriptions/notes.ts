import type { Facets } from '../notify/facets.ts'
import { accepts, type Filter } from './filter.ts'

/** What is kept of a subscription beside what SNS keeps: who made it knows by its note why an alert comes. */
export interface Note {
  id: string
  filter: Filter
  note: string | null
  createdAt: string
}

export interface Notes {
  put(note: Note): Promise<void>
  get(id: string): Promise<Note | null>
  all(): Promise<Note[]>
  delete(id: string): Promise<void>
}

/** Why an alert is sent: a subscription that it fits, and the words of whoever made it. */
export interface Reason {
  subscription: string
  note: string
}

const MOST_REASONS = 20

export const reasonsFor = (facets: Facets, notes: readonly Note[]): Reason[] =>
  notes
    .flatMap(({ id, filter, note }) => (note !== null && accepts(filter, facets) ? [{ subscription: id, note }] : []))
    .slice(0, MOST_REASONS)
