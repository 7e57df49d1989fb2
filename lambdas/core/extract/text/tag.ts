import nlp from 'compromise/two'

/** A term as compromise holds it. */
export interface RawTerm {
  pre: string
  text: string
  post: string
  normal: string
  implicit?: string
  tags: Set<string>
}
/** A pattern of compromise's tagger, with what its clause must and may hold for it to be worth trying. */
interface Pattern {
  match: string
  needs: string[]
  wants: string[]
  minWant: number
  minWords: number
  ifNo?: string[]
}
interface RawPattern {
  match: string
  notIf?: string | object
}
interface Found extends Pattern {
  pointer: number[]
}
interface View {
  docs: RawTerm[][]
  compute(steps: string[]): View
}
interface World {
  model: { two: { matches: RawPattern[] } }
  methods: {
    one: {
      parseMatch(match: string, options: object, world: World): object
      buildNet(matches: RawPattern[], world: World): { hooks: Record<string, Pattern[]>; always: Pattern[] }
      cacheDoc(clauses: RawTerm[][]): Set<string>[]
      match(clauses: RawTerm[][], pattern: Pattern): { ptrs: number[][] }
      bulkTagger(found: Found[], clauses: RawTerm[][], world: World): void
    }
    two: { quickSplit(sentences: RawTerm[][]): RawTerm[][] }
  }
}

const world = (nlp as unknown as { world(): World }).world()
/** Building a net parses `notIf` in place, so it is given copies, in which what another net has parsed is parsed no more. */
const copies = world.model.two.matches.map(({ notIf, ...pattern }) => ({ pattern: pattern as RawPattern, notIf }))
const net = world.methods.one.buildNet(
  copies.map(({ pattern }) => pattern),
  world,
)
for (const { pattern, notIf } of copies) {
  if (notIf) pattern.notIf = typeof notIf === 'string' ? world.methods.one.parseMatch(notIf, {}, world) : notIf
}

interface Hooked {
  pattern: Pattern
  /** Where compromise would come upon it: under each of its words, the word's place and its own place there. */
  places: Map<string, number>
}
const COMMON = [
  '#Noun',
  '#Verb',
  '#Singular',
  '#Determiner',
  '#ProperNoun',
  '#Preposition',
  '#PresentTense',
  '#Adjective',
]
/** By a word or tag: the patterns to try where a clause holds it. */
const hooked = index(net.hooks)

const STEPS = ['index', 'freeze', 'lexicon', 'preTagger', 'contractionTwo']

/**
 * The sentences of a text, tagged exactly as `nlp(text)` does. Its last step looks every clause up under every word that any
 * pattern knows, a quarter of the whole parse; here the clause's own words are looked up.
 */
export function tag(text: string): RawTerm[][] {
  const view = (nlp.tokenize(text) as unknown as View).compute(STEPS)
  const clauses = world.methods.two.quickSplit(view.docs)
  const words = world.methods.one.cacheDoc(clauses)
  const found = clauses.flatMap((clause, i) => matches(clause, words[i]!, i))
  world.methods.one.bulkTagger(found, clauses, world)
  return view.docs
}

function matches(clause: RawTerm[], words: ReadonlySet<string>, place: number): Found[] {
  const found: Found[] = []
  for (const pattern of candidates(words)) {
    if (clause.length < pattern.minWords) continue
    for (const pointer of world.methods.one.match([clause], pattern).ptrs) {
      found.push({ ...pattern, pointer: [place, ...pointer.slice(1)] })
    }
  }
  return found
}

/** The patterns worth trying, in compromise's order: what one tags another may tag over. */
function candidates(words: ReadonlySet<string>): Pattern[] {
  const wanted = new Map<Hooked, number>()
  for (const word of words) {
    const some = hooked.get(word)
    if (!some) continue
    for (const each of some) {
      if (!wanted.has(each) && mayMatch(each.pattern, words)) wanted.set(each, firstPlace(each, words))
    }
  }
  const ordered = [...wanted].sort(([, a], [, b]) => a - b)
  return [...ordered.map(([{ pattern }]) => pattern), ...net.always]
}

function firstPlace({ places }: Hooked, words: ReadonlySet<string>): number {
  let first = Number.POSITIVE_INFINITY
  for (const [word, place] of places) if (place < first && words.has(word)) first = place
  return first
}

/** A pattern that needs words stands under the rarest of them alone, since it needs them all; any other under all that it wants. */
function index(hooks: Record<string, Pattern[]>): Map<string, Hooked[]> {
  const known = new Map<string, Hooked>()
  let place = 0
  for (const [word, patterns] of Object.entries(hooks)) {
    for (const pattern of patterns) {
      const each = known.get(pattern.match) ?? { pattern, places: new Map() }
      known.set(pattern.match, each)
      each.places.set(word, place++)
    }
  }
  const found = new Map<string, Hooked[]>()
  for (const each of known.values()) {
    const { needs, wants } = each.pattern
    for (const word of needs.length > 0 ? [rarest(needs)] : wants) {
      const some = found.get(word)
      if (some) some.push(each)
      else found.set(word, [each])
    }
  }
  return found
}

/** A word is rarer than a tag, and these tags are on nearly every clause. */
function rarest(needs: readonly string[]): string {
  return needs.find(need => !need.startsWith('#')) ?? needs.find(need => !COMMON.includes(need)) ?? needs[0]!
}

function mayMatch({ needs, wants, minWant, ifNo }: Pattern, words: ReadonlySet<string>): boolean {
  for (const need of needs) if (!words.has(need)) return false
  if (ifNo) for (const no of ifNo) if (words.has(no)) return false
  if (wants.length === 0) return true
  let held = 0
  for (const want of wants) if (words.has(want)) held++
  return held >= minWant
}
