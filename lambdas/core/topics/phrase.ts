import { isAnchor } from './anchor.ts'
import { effortOf } from './effort.ts'
import { inflect } from './inflect.ts'

/** One place of a phrase. `forms` are compared with a term's normal form, without its possessive. */
export type Step =
  | { kind: 'word'; forms: ReadonlySet<string>; optional: boolean }
  | { kind: 'list'; options: readonly (readonly Step[])[]; optional: boolean }
  | { kind: 'tag'; tag: string; optional: boolean }
  | { kind: 'gap'; min: number; max: number }
export interface Phrase {
  text: string
  steps: readonly Step[]
}

/** How many words a `*` may skip: enough for a name and its title, too few to reach the next clause. */
const WIDEST_GAP = 6
const MOST_STEPS = 12
/** What it may take to try a phrase from one word on. The shipped topics need 560. */
const MOST_EFFORT = 1_000
const TOKEN = /\(([^()]*)\)(\??)|(\S+)/g
const WORD = /^[\p{L}\p{N}][\p{L}\p{N}'’.-]*$/u

/**
 * Reads a phrase in this part of compromise's match syntax: `word`, `{root}` (any inflected form), `(a|b c|d)`, `#Tag`,
 * `.` (any one word), `*` (up to 6 words, at most twice), and `?` after a word, root, tag or list (may be missing).
 * Letter case and a possessive's 's are ignored; a hyphen is a space. Anything else is refused with the reason.
 */
export function parsePhrase(text: string): Phrase | { reason: string } {
  try {
    const steps = readSteps(text)
    if (steps.length === 0) return { reason: 'an empty phrase' }
    if (steps.length > MOST_STEPS) return { reason: `more than ${MOST_STEPS} parts` }
    if (steps.filter(step => step.kind === 'gap' && step.max > 1).length > 2) return { reason: 'more than two "*"' }
    if (!steps.some(isAnchor))
      return { reason: `"${text}" has no word that must be there: add a word or a list of words` }
    if (effortOf(steps) > MOST_EFFORT)
      return { reason: 'may match in too many ways: use fewer "*", "?" and choices that begin with the same word' }
    return { text, steps }
  } catch (error) {
    if (error instanceof PhraseError) return { reason: error.message }
    throw error
  }
}

class PhraseError extends Error {}

function readSteps(text: string): Step[] {
  const steps: Step[] = []
  for (const [token, list, mark, plain] of text.matchAll(TOKEN)) {
    if (list === undefined) {
      steps.push(readPlain(plain!))
      continue
    }
    const options = list.split('|').map(readSteps)
    if (options.some(option => option.length === 0)) throw new PhraseError(`an empty choice in "${token}"`)
    steps.push({ kind: 'list', options, optional: mark === '?' })
  }
  return steps
}

function readPlain(token: string): Step {
  if (token === '.') return { kind: 'gap', min: 1, max: 1 }
  if (token === '*') return { kind: 'gap', min: 0, max: WIDEST_GAP }
  const optional = token.endsWith('?')
  const body = optional ? token.slice(0, -1) : token
  if (/^#[A-Z][A-Za-z]*$/.test(body)) return { kind: 'tag', tag: body.slice(1), optional }
  const root = /^\{(\p{L}+)\}$/u.exec(body)
  if (root) return { kind: 'word', forms: new Set(inflect(root[1]!.toLowerCase())), optional }
  if (!WORD.test(body)) throw new PhraseError(`"${token}" is not in the syntax of phrases`)
  const whole = word(body, optional)
  if (!/[^-]-[^-]/.test(body)) return whole
  // compromise reads "cease-fire" as two words and "de-escalation" as one.
  const parts = body.split('-').filter(part => part !== '')
  return { kind: 'list', options: [[word(body, false)], parts.map(part => word(part, false))], optional }
}

function word(text: string, optional: boolean): Step {
  return { kind: 'word', forms: new Set([bare(text.toLowerCase())]), optional }
}

/** A word as phrases compare it: straight apostrophe, no possessive, no full stops ("u.s." is "us", as compromise has it). */
export function bare(word: string): string {
  return word.replace(/’/g, "'").replace(/'s?$/, '').replace(/\./g, '')
}
