import { notificationOf, type StoredObject } from './bucket.ts'
import type { Environment } from './lambda.ts'
import type { Item } from './table-engine.ts'

/** A step that changed what stands, as a record that can be handed to a calm system. */
export interface Step {
  order: number
  handler: 'ingest' | 'alert'
  body: string
}

/** A process, by the record that it works on. */
export type Worker = Pick<Environment, 'record'>

/**
 * In which order articles were listed and claims judged. A judgement counts from when it read the texts that its article has:
 * what is listed later is no part of it.
 */
export class History {
  readonly steps: Step[] = []
  /** Messages that the claims queue took again within its five minutes. */
  readonly repeats: string[] = []
  /** Messages that a later one of their group was judged before. */
  readonly overtaken: string[] = []
  private count = 0
  private readonly work = new WeakMap<Worker, { object?: StoredObject; revisionsRead: number }>()
  /** Which upload the body of a text came from, by partition. */
  private readonly owners = new Map<string, StoredObject>()
  private readonly taken = new Map<string, number>()

  readObject(environment: Worker, object: StoredObject): void {
    this.workOf(environment).object = object
  }

  /** A partition was queried. */
  asked(environment: Worker, pk: string): void {
    if (pk.startsWith('ARTICLE#')) this.workOf(environment).revisionsRead = this.count++
  }

  created(environment: Worker, { pk, sk }: Pick<Item, 'pk' | 'sk'>): void {
    const { object, revisionsRead } = this.workOf(environment)
    if (pk.startsWith('BODY#') && sk === '00' && object) this.owners.set(pk, object)
    if (pk.startsWith('ARTICLE#')) {
      const owner = this.owners.get(`BODY#${pk.slice('ARTICLE#'.length)}#${sk.split('#')[2]}`)
      if (owner) this.steps.push({ order: this.count++, handler: 'ingest', body: notificationOf(owner) })
    }
    if (pk.startsWith('RULINGS#'))
      this.steps.push({ order: revisionsRead, handler: 'alert', body: environment.record?.body ?? '' })
  }

  submitted(body: string, isTaken: boolean, now: number): void {
    if (!isTaken) return
    if (now - (this.taken.get(body) ?? Number.NEGATIVE_INFINITY) < 5 * 60_000) this.repeats.push(body)
    this.taken.set(body, now)
  }

  private workOf(environment: Worker): { object?: StoredObject; revisionsRead: number } {
    const known = this.work.get(environment) ?? { revisionsRead: 0 }
    this.work.set(environment, known)
    return known
  }
}
