import fc from 'fast-check'
import { faultsOf } from '../test/support/faults.ts'
import { hostileText } from '../test/support/hostile-text.ts'

const INPUTS = 100_000
const BATCH = 10_000
const PIECES = 40

/** Extracts from so many generated texts (100,000 unless told), new ones each time unless a seed follows; stops at the first fault. */
export async function run([count, seed]: string[]): Promise<boolean> {
  const inputs = Number(count ?? INPUTS)
  const first = Number(seed ?? Date.now() % 1e9)
  for (let done = 0; done < inputs; done += BATCH) {
    const numRuns = Math.min(BATCH, inputs - done)
    const found = fc.check(fc.property(hostileText(PIECES), sound), { numRuns, seed: first + done })
    if (found.failed) {
      console.log(`seed ${first + done}, after ${found.numRuns} inputs: ${String(found.errorInstance)}`)
      console.log(`smallest: ${escaped(found.counterexample![0])}`)
      return false
    }
    console.log(`${done + numRuns} inputs without a fault (seed ${first})`)
  }
  return true
}

function sound(text: string): void {
  const [fault] = faultsOf(text)
  if (fault !== undefined) throw new Error(fault)
}

/** As a string literal of ASCII characters. */
const escaped = (text: string) =>
  JSON.stringify(text).replace(/[^ -~]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
