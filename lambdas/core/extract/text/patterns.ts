import type { RawTerm, World } from './compromise.ts'
import { neighbours, type Reg } from './neighbours.ts'

/** A pattern of compromise's tagger, with what its clause must and may hold for it to be worth trying. */
export interface Pattern {
  match: string
  needs: string[]
  wants: string[]
  minWant: number
  minWords: number
  ifNo?: string[]
  regs: Reg[]
}

interface Hooked {
  pattern: Pattern
  needs: number[]
  wants: number[]
  ifNo: number[]
  neighbours: [left: number[], right: number[]][]
  /** Where compromise would come upon it: pairs of a word, and the pattern's place under that word. */
  places: [word: number, place: number][]
  /** The last clause that it was thought of for, and its place among that clause's. */
  tried: number
  first: number
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
 * pattern knows, a quarter of its whole parse, and tries each that may match at every term; here a pattern is tried only where its
 * rarest word stands and where its simple places have terms side by side.
 */
export class Patterns {
  private readonly always: Pattern[]
  private readonly ids = new Map<string, number>()
  /** By the id of a word or tag: the patterns to try where a clause holds it. */
  private readonly hooked: Hooked[][] = []
  /** By id: the last clause that held the word, and the bits of the terms of it that did. */
  private readonly seen: number[] = []
  private readonly bits: number[] = []
  private held: number[] = []
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

  /** The patterns worth trying on a clause, in compromise's order: what one tags another may tag over. */
  for(clause: readonly RawTerm[]): Pattern[] {
    // Bits are 31 at most, and a contraction's terms are skipped as compromise likes.
    const isPlain = clause.length < 31 && !clause.some(term => term.implicit)
    this.readClause(clause)
    const wanted: Hooked[] = []
    for (const id of this.held) {
      for (const each of this.hooked[id]!) {
        if (each.tried === this.clause) continue
        each.tried = this.clause
        if (clause.length < each.pattern.minWords || !this.mayMatch(each)) continue
        if (isPlain && !this.hasNeighbours(each)) continue
        each.first = this.place(each)
        wanted.push(each)
      }
    }
    wanted.sort((a, b) => a.first - b.first)
    return wanted.map(({ pattern }) => pattern).concat(this.always)
  }

  private readClause(clause: readonly RawTerm[]): void {
    this.clause++
    this.held = []
    for (const [i, { normal, machine, root, implicit, alias, tags, switch: either }] of clause.entries()) {
      const bit = 1 << i
      if (normal) this.mark(normal, bit)
      if (machine && machine !== normal) this.mark(machine, bit)
      if (root && root !== normal) this.mark(root, bit)
      if (implicit) this.mark(implicit, bit)
      if (either) this.mark(`%${either}%`, bit)
      if (alias) for (const each of alias) this.mark(each, bit)
      for (const tag of tags) this.mark(`#${tag}`, bit)
    }
  }

  private mark(word: string, bit: number): void {
    const id = this.ids.get(word)
    if (id === undefined) return
    if (this.seen[id] !== this.clause) {
      this.seen[id] = this.clause
      this.bits[id] = 0
      this.held.push(id)
    }
    this.bits[id]! |= bit
  }

  private hasNeighbours({ neighbours }: Hooked): boolean {
    return neighbours.every(([left, right]) => ((this.bitsOf(left) << 1) & this.bitsOf(right)) !== 0)
  }

  private bitsOf(ids: readonly number[]): number {
    let bits = 0
    for (const id of ids) if (this.seen[id] === this.clause) bits |= this.bits[id]!
    return bits
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
    const { needs, wants, ifNo = [], regs } = pattern
    const ids = (words: string[]) => words.map(word => this.idOf(word))
    const pairs = neighbours(regs).map(([left, right]): [number[], number[]] => [ids(left), ids(right)])
    return {
      pattern,
      needs: ids(needs),
      wants: ids(wants),
      ifNo: ids(ifNo),
      neighbours: pairs,
      places: [],
      tried: 0,
      first: 0,
    }
  }

  private idOf(word: string): number {
    const known = this.ids.get(word)
    if (known !== undefined) return known
    const id = this.ids.size
    this.ids.set(word, id)
    this.hooked.push([])
    this.seen.push(0)
    this.bits.push(0)
    return id
  }
}

function rarest(needs: readonly string[]): string {
  return needs.find(need => !need.startsWith('#')) ?? needs.find(need => !COMMON.includes(need)) ?? needs[0]!
}
