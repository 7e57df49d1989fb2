import { startTable, type TestTable } from '../test/support/table.ts'

export interface CountingTable extends TestTable {
  units(): { writes: number; reads: number }
  reset(): void
}

/** A table on a real engine that adds up the capacity which each command says it consumed. */
export async function startCountingTable(): Promise<CountingTable> {
  const started = await startTable()
  let writes = 0
  let reads = 0
  started.client.middlewareStack.add(
    (next, { commandName }) =>
      async args => {
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
        const result = await next(args)
        const { ConsumedCapacity } = result.output as { ConsumedCapacity?: { CapacityUnits?: number } }
        const units = ConsumedCapacity?.CapacityUnits ?? 0
        if (/Get|Query/.test(commandName ?? '')) reads += units
        else writes += units
        return result
      },
    { step: 'initialize', name: 'countCapacity' },
  )
  return {
    ...started,
    units: () => ({ writes, reads }),
    reset: () => {
      writes = 0
      reads = 0
    },
  }
}
