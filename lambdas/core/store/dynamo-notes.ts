import type { Note, Notes } from '../subscriptions/notes.ts'
import { SUBSCRIPTIONS } from './keys.ts'
import type { Item, Table } from './table.ts'

export class DynamoNotes implements Notes {
  private readonly table: Table

  constructor(table: Table) {
    this.table = table
  }

  async put({ id, ...note }: Note): Promise<void> {
    await this.table.put({ pk: SUBSCRIPTIONS, sk: id, ...note })
  }

  async get(id: string): Promise<Note | null> {
    const item = await this.table.get({ pk: SUBSCRIPTIONS, sk: id })
    return item ? read(item) : null
  }

  async all(): Promise<Note[]> {
    return (await this.table.all(SUBSCRIPTIONS, false)).map(read)
  }

  async delete(id: string): Promise<void> {
    await this.table.delete({ pk: SUBSCRIPTIONS, sk: id })
  }
}

const read = ({ pk, sk, ...note }: Item): Note => ({ id: sk, ...(note as Omit<Note, 'id'>) })
