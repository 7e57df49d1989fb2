/** One word as compromise reads it, with its place in the article's text. Punctuation around it is in neither span nor text. */
export interface Term {
  /** Place in `Doc.terms`. */
  index: number
  start: number
  end: number
  text: string
  /** compromise's normal form: lower case, possessive kept ("armenia's"). */
  normal: string
  /** compromise's tags: `Noun`, `ProperNoun`, `Verb`, `PastTense`, `Value`, `Possessive` … */
  tags: ReadonlySet<string>
  /** Place in `Doc.sentences`. */
  sentence: number
  /** What stands between the previous term (or the sentence's start) and this one, and between this one and the next. */
  pre: string
  post: string
  /** What a contraction stands for: `["do", "not"]` for "don't". */
  parts?: string[]
}
export interface Sentence {
  index: number
  start: number
  end: number
  /** Its terms are `terms.slice(first, last)`. */
  first: number
  last: number
  paragraph: number
}
/** A text that was read once; every later step works on these arrays and never goes back to compromise. */
export interface Doc {
  text: string
  terms: Term[]
  sentences: Sentence[]
}
