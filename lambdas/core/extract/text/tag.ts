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
/** By word or tag: the patterns that it calls for, and its place among all of these, which is the order of the tries. */
const hooks = new Map(Object.entries(net.hooks).map(([hook, patterns], place) => [hook, { place, patterns }]))

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

function candidates(words: ReadonlySet<string>): Pattern[] {
  const called: { place: number; patterns: Pattern[] }[] = []
  for (const word of words) {
    const hook = hooks.get(word)
    if (hook) called.push(hook)
  }
  called.sort((a, b) => a.place - b.place)
  const tried = new Set<string>()
  const wanted: Pattern[] = []
  for (const { patterns } of called) {
    for (const pattern of patterns) {
      if (tried.has(pattern.match)) continue
      tried.add(pattern.match)
      if (mayMatch(pattern, words)) wanted.push(pattern)
    }
  }
  return [...wanted, ...net.always]
}

function mayMatch({ needs, wants, minWant, ifNo }: Pattern, words: ReadonlySet<string>): boolean {
  for (const need of needs) if (!words.has(need)) return false
  if (ifNo) for (const no of ifNo) if (words.has(no)) return false
  if (wants.length === 0) return true
  let held = 0
  for (const want of wants) if (words.has(want)) held++
  return held >= minWant
}
