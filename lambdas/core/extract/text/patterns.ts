import type { World } from './compromise.ts'

/** A pattern of compromise's tagger, with what its clause must and may hold for it to be worth trying. */
export interface Pattern {
  match: string
  needs: string[]
  wants: string[]
  minWant: number
  minWords: number
  ifNo?: string[]
}

interface Hooked {
  pattern: Pattern
  needs: number[]
  wants: number[]
  ifNo: number[]
  /** Where compromise would come upon it: pairs of a word, and the pattern's place under that word. */
  places: [word: number, place: number][]
}

/** These tags are on nearly every clause; a word is rarer than any tag. */
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

/**
 * The tagger's patterns, found by the words and tags of a clause. compromise looks every clause up under every word that any
 * pattern knows, a quarter of its whole parse; here a pattern is tried only where its rarest word stands.
 */
export class Patterns {
  private readonly always: Pattern[]
  private readonly ids = new Map<string, number>()
  /** By the id of a word or tag: the patterns to try where a clause holds it. */
  private readonly hooked: Hooked[][] = []
  /** By id: the last clause that held the word. */
  private readonly seen: number[] = []
  private clause = 0

  constructor(world: World) {
    // Building a net parses `notIf` in place, so it is given copies, in which what another net has parsed is parsed no more.
    const copies = world.model.two.matches.map(({ notIf, ...pattern }) => ({
      pattern: { ...pattern } as typeof pattern & { notIf?: unknown },
      notIf,
    }))
    const net = world.methods.one.buildNet(
      copies.map(({ pattern }) => pattern),
      world,
    )
    for (const { pattern, notIf } of copies) {
      if (notIf) pattern.notIf = typeof notIf === 'string' ? world.methods.one.parseMatch(notIf, {}, world) : notIf
    }
    this.always = net.always
    for (const each of this.hook(net.hooks).values()) {
      // It needs all of its needs, so one is enough to find it by.
      const { needs } = each.pattern
      for (const id of needs.length > 0 ? [this.idOf(rarest(needs))] : each.wants) this.hooked[id]!.push(each)
    }
  }

  /** The patterns worth trying on a clause of these words, in compromise's order: what one tags another may tag over. */
  for(words: ReadonlySet<string>): Pattern[] {
    this.clause++
    const held: number[] = []
    for (const word of words) {
      const id = this.ids.get(word)
      if (id === undefined) continue
      this.seen[id] = this.clause
      held.push(id)
    }
    const wanted = new Map<Hooked, number>()
    for (const id of held) {
      for (const each of this.hooked[id]!)
        if (!wanted.has(each) && this.mayMatch(each)) wanted.set(each, this.place(each))
    }
    const ordered = [...wanted].sort(([, a], [, b]) => a - b)
    return [...ordered.map(([{ pattern }]) => pattern), ...this.always]
  }

  private mayMatch({ needs, wants, ifNo, pattern }: Hooked): boolean {
    for (const id of needs) if (this.seen[id] !== this.clause) return false
    for (const id of ifNo) if (this.seen[id] === this.clause) return false
    if (wants.length === 0) return true
    let held = 0
    for (const id of wants) if (this.seen[id] === this.clause) held++
    return held >= pattern.minWant
  }

  private place({ places }: Hooked): number {
    let first = Number.POSITIVE_INFINITY
    for (const [id, place] of places) if (place < first && this.seen[id] === this.clause) first = place
    return first
  }

  private hook(hooks: Record<string, Pattern[]>): Map<string, Hooked> {
    const known = new Map<string, Hooked>()
    let place = 0
    for (const [word, patterns] of Object.entries(hooks)) {
      for (const pattern of patterns) {
        const each = known.get(pattern.match) ?? this.hookedOf(pattern)
        known.set(pattern.match, each)
        each.places.push([this.idOf(word), place++])
      }
    }
    return known
  }

  private hookedOf(pattern: Pattern): Hooked {
    const { needs, wants, ifNo = [] } = pattern
    const ids = (words: string[]) => words.map(word => this.idOf(word))
    return { pattern, needs: ids(needs), wants: ids(wants), ifNo: ids(ifNo), places: [] }
  }

  private idOf(word: string): number {
    const known = this.ids.get(word)
    if (known !== undefined) return known
    const id = this.ids.size
    this.ids.set(word, id)
    this.hooked.push([])
    this.seen.push(0)
    return id
  }
}

function rarest(needs: readonly string[]): string {
  return needs.find(need => !need.startsWith('#')) ?? needs.find(need => !COMMON.includes(need)) ?? needs[0]!
}
