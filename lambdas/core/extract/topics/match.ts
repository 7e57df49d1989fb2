import { bare, type Step } from '../../topics/phrase.ts'
import type { Doc } from '../text/doc.ts'

/** A text as phrases see it: with each term's bare word. */
export interface Reading {
  doc: Doc
  words: readonly string[]
}

export function readWords(doc: Doc): Reading {
  return { doc, words: doc.terms.map(({ normal }) => (/['’.]/.test(normal) ? bare(normal) : normal)) }
}

/** Where the steps, matched from term `at` and within `end`, stop; -1 where they don't match. Tries every way, longest first. */
export function matchAt(reading: Reading, steps: readonly Step[], at: number, end: number): number {
  const step = steps[0]
  if (!step) return at
  const rest = steps.slice(1)
  if (step.kind === 'gap') {
    for (let skip = Math.min(step.max, end - at); skip >= step.min; skip--) {
      const stop = matchAt(reading, rest, at + skip, end)
      if (stop !== -1) return stop
    }
    return -1
  }
  if (step.kind === 'list') {
    for (const option of step.options) {
      const stop = matchAt(reading, [...option, ...rest], at, end)
      if (stop !== -1) return stop
    }
  } else if (at < end && fits(reading, step, at)) {
    const stop = matchAt(reading, rest, at + 1, end)
    if (stop !== -1) return stop
  }
  return step.optional ? matchAt(reading, rest, at, end) : -1
}

function fits({ doc, words }: Reading, step: Step & { kind: 'word' | 'tag' }, at: number): boolean {
  if (step.kind === 'word') return step.forms.has(words[at]!)
  return doc.terms[at]!.tags.has(step.tag)
}
