import { existsSync } from 'node:fs'
import path from 'node:path'
import { loadFixtures } from '../fixtures/load.ts'
import { extract } from '../lambdas/core/extract/extract.ts'
import type { Extraction } from '../lambdas/core/extract/types.ts'
import { SHIPPED_TOPICS } from '../lambdas/core/topics/shipped.ts'
import { judgeTexts } from '../local/cli/judge.ts'
import { claimFaults, entityFaults, falseAlarms, figureFaults } from '../test/fixtures/check.ts'
import { articleOf } from '../test/support/faults.ts'
import { type EntityText, readConll, readPairs, readPolnear, readRe3d } from './corpora.ts'
import { addAttributions, addExact, addOverlap, Score, type Typed } from './score.ts'
import { printTable } from './table.ts'

/**
 * The fixtures and, given a folder that holds them, the open corpora: `conll/valid.txt`, `re3d/`, `polnear/data/dev/` and
 * `mrpc/msr_paraphrase_train.txt`. Spans and roles in percent.
 */
export async function run([folder]: string[]): Promise<boolean> {
  const faults = fixtures()
  if (folder) corpora(folder)
  return faults === 0
}

function fixtures(): number {
  const rows = [
    ['entities', 0, 0],
    ['figures', 0, 0],
    ['claims', 0, 0],
    ['false alarms', 0, 0],
  ] as [string, number, number][]
  for (const { article, expected } of loadFixtures()) {
    const extraction = extract(article, SHIPPED_TOPICS)
    const { entities, figures, claims } = expected
    const counts = [
      [entities.must.length + entities.never.length, entityFaults(extraction, entities).length],
      [figures.must.length + figures.never.length, figureFaults(extraction, figures).length],
      [claims.must.length + claims.never.length, claimFaults(extraction, claims).length],
      [0, falseAlarms(extraction, claims).length],
    ] as const
    counts.forEach(([wanted, faults], i) => {
      rows[i]![1] += wanted
      rows[i]![2] += faults
    })
  }
  printTable(['fixtures', 'expected', 'faults'], rows)
  return rows.reduce((sum, [, , faults]) => sum + faults, 0)
}

function corpora(folder: string): void {
  const rows: (string | number)[][] = []
  const at = (name: string) => path.join(folder, name)
  const each = (name: string, work: (file: string) => void) => (existsSync(at(name)) ? work(at(name)) : undefined)
  each('conll/valid.txt', file => rows.push(...entityRows('CoNLL-2003 valid', readConll(file))))
  each('re3d', file => rows.push(...entityRows('re3d', readRe3d(file))))
  each('polnear/data/dev', file => rows.push(...attributionRows(file)))
  if (rows.length > 0) printTable(['corpus', 'what', 'precision', 'recall', 'F1'], rows)
  each('mrpc/msr_paraphrase_train.txt', paraphrases)
}

const read = (text: string): Extraction => extract(articleOf(text), SHIPPED_TOPICS)

function entityRows(corpus: string, texts: readonly EntityText[]): string[][] {
  const [exact, overlap, quantities] = [new Score(), new Score(), new Score()]
  let hasFigures = false
  for (const { text, entities, figures } of texts) {
    const found = read(text)
    const mentions = found.entities.flatMap(({ type, mentions }) =>
      mentions.map(({ start, end }): Typed => ({ start, end, type })),
    )
    addExact(exact, text, mentions, entities)
    addOverlap(overlap, mentions, entities, (a, b) => a.type === b.type)
    if (!figures) continue
    hasFigures = true
    addOverlap(quantities, found.figures, figures)
  }
  return [
    [corpus, 'entities, exact', ...exact.row()],
    [corpus, 'entities, overlap', ...overlap.row()],
    ...(hasFigures ? [[corpus, 'figures, overlap', ...quantities.row()]] : []),
  ]
}

function attributionRows(folder: string): string[][] {
  const scores = { cue: new Score(), source: new Score(), content: new Score(), whole: new Score() }
  for (const { text, attributions } of readPolnear(folder)) {
    const found = read(text).claims.flatMap(({ source, cue, content }) =>
      cue ? [{ source: source?.spans ?? [], cue: cue.spans, content: content.spans }] : [],
    )
    addAttributions(scores, text, found, attributions)
  }
  return Object.entries(scores).map(([role, score]) => ['PolNeAR dev', role, ...score.row()])
}

function paraphrases(file: string): void {
  let [same, recognised, different, wrong] = [0, 0, 0, 0]
  for (const pair of readPairs(file)) {
    const repeat = judgeTexts(pair.a, pair.b).verdict === 'repeat' ? 1 : 0
    if (pair.same) {
      same++
      recognised += repeat
    } else {
      different++
      wrong += repeat
    }
  }
  const share = (part: number, whole: number) => ((100 * part) / whole).toFixed(1)
  printTable(
    ['pairs', 'repeats recognised %', 'different taken for repeats %'],
    [['MSR paraphrase train', share(recognised, same), share(wrong, different)]],
  )
}
