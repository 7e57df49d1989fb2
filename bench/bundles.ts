import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundleOf } from '../test/support/bundles.ts'
import { sdkOnlyBundle, startRatio } from '../test/support/start-up.ts'
import { printTable } from './table.ts'

const MOST_RATIO = 1.3
const RUNS = 9
/** Size and start-up of each function as it is bundled, against a bundle of the SDK clients alone. */
export async function run(_args: string[]): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-bundles-'))
  try {
    const sdkOnly = await sdkOnlyBundle(folder)
    const bundles = [{ name: 'SDK only', ...sdkOnly }]
    for (const name of ['ingest', 'alert', 'api']) {
      bundles.push({ name, ...(await bundleOf(`lambdas/${name}/index.ts`, path.join(folder, name))) })
    }
    const rows = bundles.map(({ name, file, all, kilobytesAtStart }) => {
      const nlp = all.some(input => input.includes('node_modules/compromise/'))
      return { name, kilobytesAtStart, nlp, ratio: startRatio(file, sdkOnly.file, RUNS) }
    })
    printTable(
      ['function', 'KB at start', 'holds NLP', 'start-up × SDK only'],
      rows.map(({ name, kilobytesAtStart, nlp, ratio }) => [
        name,
        kilobytesAtStart,
        nlp ? 'yes' : 'no',
        ratio.toFixed(2),
      ]),
    )
    return rows.every(
      ({ name, nlp, ratio }) => name === 'ingest' || (!nlp && (name === 'SDK only' || ratio <= MOST_RATIO)),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
