/** The first tag of this list that a term has is the one that counts. */
const TAGS = [
  'Pronoun',
  'QuestionWord',
  'Determiner',
  'Modal',
  'Copula',
  'Auxiliary',
  'Negative',
  'Conjunction',
  'Preposition',
  'Gerund',
  'PastTense',
  'Infinitive',
  'PresentTense',
  'Participle',
  'Verb',
  'Adverb',
  'Date',
  'Money',
  'Value',
  'Person',
  'Organization',
  'Place',
  'ProperNoun',
  'Possessive',
  'Plural',
  'Adjective',
  'Noun',
]
const tagCode = (name: string) => TAGS.indexOf(name) + 1
export const PRONOUN = tagCode('Pronoun')
const DETERMINER = tagCode('Determiner')
const ADJECTIVE = tagCode('Adjective')
const MODAL = tagCode('Modal')
const AUXILIARY = tagCode('Auxiliary')
const FIRST_VERB = tagCode('Gerund')
const LAST_VERB = tagCode('Verb')
const FIRST_NOUN = tagCode('Date')
export const isVerb = (tag: number) => tag >= FIRST_VERB && tag <= LAST_VERB
/** A verb that a clause can turn on: "is", "will", "fell", "falls"; no "-ing". */
export const isFiniteVerb = (tag: number) => (tag >= MODAL && tag <= AUXILIARY) || (isVerb(tag) && tag !== FIRST_VERB)
export const isNoun = (tag: number) => tag >= FIRST_NOUN && tag !== ADJECTIVE
export const inNounGroup = (tag: number) => tag === PRONOUN || tag === DETERMINER || tag >= FIRST_NOUN

const CODES = new Map(TAGS.map((name, k) => [name, k + 1]))

export function tagOf(tags: ReadonlySet<string>): number {
  let first = TAGS.length + 1
  for (const tag of tags) {
    const code = CODES.get(tag)
    if (code !== undefined && code < first) first = code
  }
  return first > TAGS.length ? 0 : first
}
