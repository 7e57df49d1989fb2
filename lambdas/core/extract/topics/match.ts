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

/** A phrase's step with what follows it. An option of a list goes on with what follows the list. */
export interface Chain {
  step: Step
  options: readonly Chain[]
  next: Chain | null
}

export function chain(steps: readonly Step[], next: Chain | null = null): Chain | null {
  return steps.reduceRight<Chain | null>((following, step) => {
    const options = step.kind === 'list' ? step.options.map(option => chain(option, following)!) : []
    return { step, options, next: following }
  }, next)
}

/** Where a phrase, matched from term `at` and within `end`, stops; -1 where it doesn't match. Tries every way, longest first. */
export function matchAt(reading: Reading, phrase: Chain | null, at: number, end: number): number {
  if (!phrase) return at
  const { step, options, next } = phrase
  if (step.kind === 'gap') {
    for (let skip = Math.min(step.max, end - at); skip >= step.min; skip--) {
      const stop = matchAt(reading, next, at + skip, end)
      if (stop !== -1) return stop
    }
    return -1
  }
  if (step.kind === 'list') {
    for (const option of options) {
      const stop = matchAt(reading, option, at, end)
      if (stop !== -1) return stop
    }
  } else if (at < end && fits(reading, step, at)) {
    const stop = matchAt(reading, next, at + 1, end)
    if (stop !== -1) return stop
  }
  return step.optional ? matchAt(reading, next, at, end) : -1
}

function fits({ doc, words }: Reading, step: Step & { kind: 'word' | 'tag' }, at: number): boolean {
  if (step.kind === 'word') return step.forms.has(words[at]!)
  return doc.terms[at]!.tags.has(step.tag)
}
