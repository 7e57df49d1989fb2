import nlp from 'compromise/two'
import type { Pattern } from './patterns.ts'

/** A term as compromise holds it. */
export interface RawTerm {
  pre: string
  text: string
  post: string
  normal: string
  implicit?: string
  machine?: string | null
  root?: string
  alias?: string[]
  switch?: string
  tags: Set<string>
}
export interface View {
  docs: RawTerm[][]
  compute(steps: string[]): View
}
/** What is used of compromise's insides; its types leave them out. */
export interface World {
  model: { two: { matches: { match: string; notIf?: string | object }[] } }
  methods: {
    one: {
      parseMatch(match: string, options: object, world: World): object
      buildNet(matches: { match: string }[], world: World): { hooks: Record<string, Pattern[]>; always: Pattern[] }
      match(clauses: RawTerm[][], pattern: Pattern): { ptrs: number[][] }
      bulkTagger(found: (Pattern & { pointer: number[] })[], clauses: RawTerm[][], world: World): void
    }
    two: { quickSplit(sentences: RawTerm[][]): RawTerm[][] }
  }
}

export const world = (nlp as unknown as { world(): World }).world()

export const tokenize = (text: string): View => nlp.tokenize(text) as unknown as View
