import type { Step } from './phrase.ts'

interface Effort {
  /** In how many ways the steps may match from one word on, at most. */
  ways: number
  /** How many steps are tried for that, at most. */
  tries: number
}

/** How many steps it may take, at worst, to find that a phrase does or doesn't match from one word on. */
export function effortOf(steps: readonly Step[]): number {
  return inTurn(steps).tries
}

function inTurn(steps: readonly Step[]): Effort {
  let ways = 1
  let tries = 0
  for (const step of steps) {
    const one = ofStep(step)
    tries += ways * one.tries
    ways *= one.ways
  }
  return { ways, tries }
}

function ofStep(step: Step): Effort {
  if (step.kind === 'gap') return { ways: step.max - step.min + 1, tries: 1 }
  const skipped = step.optional ? 1 : 0
  if (step.kind !== 'list') return { ways: 1 + skipped, tries: 1 }
  const options = step.options.map(inTurn)
  return {
    ways:
      skipped +
      together(
        step.options,
        options.map(({ ways }) => ways),
      ),
    tries: options.reduce((sum, { tries }) => sum + tries, 0),
  }
}

/** Of a list's options those that begin with one word match together, and with them those that may begin with any. */
function together(options: readonly (readonly Step[])[], ways: readonly number[]): number {
  const byWord = new Map<string, number>()
  let any = 0
  options.forEach(([first], i) => {
    if (first!.kind !== 'word' || first!.optional) any += ways[i]!
    else for (const form of first!.forms) byWord.set(form, (byWord.get(form) ?? 0) + ways[i]!)
  })
  return any + Math.max(0, ...byWord.values())
}
