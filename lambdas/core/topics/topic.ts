/** A watched topic, as data: what a sentence must say, what must stand around it, and what rules it out. */
export interface Topic {
  /** Lower case, `[a-z0-9-]`, at most 40: it names a message group and a filter value. */
  name: string
  title: string
  /** Phrases in compromise match syntax; one of them must be in the claim's sentence. */
  match: string[]
  /** At least one of these must be in the sentence or, failing that, in the article. Empty: nothing more is needed. */
  needs: string[]
  /** None of these may be in the sentence. */
  excludes: string[]
  examples: { matches: string[]; ignores: string[] }
}
