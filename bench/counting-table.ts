import { startTable, type TestTable } from '../test/support/table.ts'

export interface Units {
  writes: number
  reads: number
}
export interface CountingTable extends TestTable {
  /** Those of one kind of item (`KEY`), or all. */
  units(kind?: string): Units
  reset(): void
}

interface Counted {
  input: { Item?: { pk: string }; Key?: { pk: string }; ExpressionAttributeValues?: Record<string, string> }
}

/** A table on a real engine that adds up the capacity which each command says it consumed. */
export async function startCountingTable(): Promise<CountingTable> {
  const started = await startTable()
  const counted = new Map<string, Units>()
  started.client.middlewareStack.add(
    (next, { commandName }) =>
      async args => {
        const { input } = args as Counted
        const pk = input.Item?.pk ?? input.Key?.pk ?? input.ExpressionAttributeValues?.[':pk'] ?? ''
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
        const result = await next(args)
        const { ConsumedCapacity } = result.output as { ConsumedCapacity?: { CapacityUnits?: number } }
        const units = counted.get(kindOf(pk)) ?? { writes: 0, reads: 0 }
        units[/Get|Query/.test(commandName ?? '') ? 'reads' : 'writes'] += ConsumedCapacity?.CapacityUnits ?? 0
        counted.set(kindOf(pk), units)
        return result
      },
    { step: 'initialize', name: 'countCapacity' },
  )
  return {
    ...started,
    units: kind => {
      const of = kind === undefined ? [...counted.values()] : [counted.get(kind) ?? { writes: 0, reads: 0 }]
      const sum = (which: keyof Units) => of.reduce((all, units) => all + units[which], 0)
      return { writes: sum('writes'), reads: sum('reads') }
    },
    reset: () => counted.clear(),
  }
}

const kindOf = (pk: string): string => pk.split('#')[0]!
