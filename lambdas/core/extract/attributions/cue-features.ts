import { type Features, mix } from './chain.ts'
import { GAP } from './gaps.ts'
import { isNoun, isVerb, PRONOUN } from './tags.ts'
import type { Tokens } from './tokens.ts'

/** Words that open a content, by kind. */
const OPENERS = new Map<string, number>([
  ['that', 4],
  ['to', 5],
  ...['if', 'whether', 'how', 'why', 'what'].map(word => [word, 6] as const),
  ...['by', 'of', 'for', 'about', 'on', 'as', 'in'].map(word => [word, 7] as const),
])
const RELATIVES = new Map([
  ['who', 3],
  ['which', 5],
  ['that', 4],
  ['to', 2],
])
const REACH = 6

// No closures in here: they would be made anew for every term.
function node(out: Features, kind: number, value: number): void {
  out.node[out.nodes++] = mix(kind, value)
}
const beyond = (k: number) => (k < 0 ? -1 : -2)
const wordAt = (t: Tokens, k: number) => (k >= 0 && k < t.length ? t.word[k]! : beyond(k))
const stemAt = (t: Tokens, k: number) => (k >= 0 && k < t.length ? t.stem[k]! : beyond(k))
const tagAt = (t: Tokens, k: number) => (k >= 0 && k < t.length ? t.tag[k]! : 60)

/** What speaks for or against a cue at term `i`: the word, its neighbours, its lexicon class, the quotation marks and names around it. */
export function cueFeatures(t: Tokens, i: number, out: Features): void {
  out.nodes = 0
  out.edges = 0
  const stem = t.stem[i]!
  const gapL = t.gap[i]!
  const gapR = t.gap[i + 1]!
  const tag = t.tag[i]!
  const cls = t.cueClass[i]!
  const quoted = t.quote[i]! > 0 ? 1 : 0
  node(out, 1, 0)
  node(out, 2, wordAt(t, i))
  node(out, 3, stem)
  node(out, 4, mix(stem, tag))
  node(out, 5, wordAt(t, i - 1))
  node(out, 6, wordAt(t, i + 1))
  node(out, 7, stemAt(t, i - 2))
  node(out, 8, stemAt(t, i + 2))
  node(out, 9, tag)
  node(out, 10, tagAt(t, i - 1) * 64 + tag)
  node(out, 11, tagAt(t, i + 1) * 64 + tag)
  node(out, 12, (tagAt(t, i - 1) * 64 + tag) * 64 + tagAt(t, i + 1))
  node(out, 13, (tagAt(t, i - 2) * 64 + tagAt(t, i - 1)) * 64 + tag)
  node(out, 14, (tagAt(t, i + 1) * 64 + tagAt(t, i + 2)) * 64 + tag)
  node(out, 15, mix(stem, stemAt(t, i + 1)))
  node(out, 16, mix(stemAt(t, i - 1), stem))
  node(out, 17, cls * 64 + tag)
  node(out, 18, mix(cls * 64 + tag, gapL))
  node(out, 19, mix(cls * 64 + tag, gapR))
  node(out, 20, mix(cls * 64 + tag, stemAt(t, i + 1)))
  node(out, 21, mix(cls * 64 + tag, stemAt(t, i - 1)))
  node(out, 22, mix(stem, gapL))
  node(out, 23, mix(stem, gapR))
  node(out, 24, mix(stem, tagAt(t, i + 1)))
  node(out, 25, mix(stem, tagAt(t, i - 1)))
  node(out, 26, t.shape[i]! * 2 + quoted)
  node(out, 27, mix(stem, quoted))
  node(out, 28, mix(cls, quoted * 64 + tag))
  node(out, 29, mix(mix(stemAt(t, i - 1), stem), stemAt(t, i + 1)))
  node(out, 30, mix(cls * 64 + tag, tagAt(t, i + 1) * 64 + tagAt(t, i - 1)))
  const around = surroundings(t, i)
  node(out, 31, mix(around, cls * 64 + tag))
  node(out, 32, mix(around, stem))
  const right = ahead(t, i)
  node(out, 33, mix(right, cls * 64 + tag))
  node(out, 34, mix(right, stem))
  const left = subject(t, i)
  node(out, 35, mix(left, cls * 64 + tag))
  node(out, 36, mix(left, stem))
  node(out, 37, mix(mix(left, right), cls * 64 + tag))
  node(out, 38, t.cueClass[i - 1] !== undefined ? t.cueClass[i - 1]! * 8 + cls : -1)
  node(out, 39, t.cueClass[i + 1] !== undefined ? t.cueClass[i + 1]! * 8 + cls : -1)
  node(out, 40, mix(mix(left, right), stem))
  node(out, 41, mix(stem, (left >> 1) * 2 + quoted))
  node(out, 42, mix(stem, mix(wordAt(t, i - 1), quoted)))
  const others = rivals(t, i)
  node(out, 43, mix(others, cls * 64 + tag))
  node(out, 44, mix(others, stem))
  node(out, 45, t.suffix[i]!)
  node(out, 46, mix(t.suffix[i]!, mix(left, right)))
  out.edge[out.edges++] = mix(1, 0)
  out.edge[out.edges++] = mix(2, gapL)
  out.edge[out.edges++] = mix(3, tag)
  out.edge[out.edges++] = mix(4, stem)
  out.edge[out.edges++] = mix(5, tagAt(t, i - 1) * 64 + tag)
  out.edge[out.edges++] = mix(6, stemAt(t, i - 1))
  out.edge[out.edges++] = mix(7, mix(stemAt(t, i - 1), stem))
  out.edge[out.edges++] = mix(8, (cls * 8 + (t.cueClass[i - 1] ?? 0)) * 64 + tag)
}

/** Quotation marks within reach to the left and right, with no other verb between. */
function surroundings(t: Tokens, i: number): number {
  let left = 0
  for (let k = i; k > i - REACH && k >= 0; k--) {
    if (t.gap[k]! & GAP.closes) {
      left = t.gap[k]! & GAP.sentence ? 2 : 1
      break
    }
    if (t.gap[k]! & GAP.sentence || (k < i && isVerb(t.tag[k]!))) break
  }
  let right = 0
  for (let k = i + 1; k < i + REACH && k < t.length; k++) {
    if (t.gap[k]! & GAP.opens) {
      right = t.gap[k]! & GAP.sentence ? 2 : 1
      break
    }
    if (t.gap[k]! & GAP.paragraph || isVerb(t.tag[k]!)) break
  }
  return left * 4 + right
}

/** What follows: "that", "to", a quotation, a clause (noun group and verb), an end. */
function ahead(t: Tokens, i: number): number {
  let code = 1
  for (let k = i + 1; k < i + 9 && k < t.length; k++) {
    const gap = t.gap[k]!
    if (gap & GAP.sentence) return code * 16 + 1
    if (gap & GAP.opens) return code * 16 + 2
    if (gap & (GAP.comma | GAP.colon | GAP.dash)) return code * 16 + 3
    const opener = OPENERS.get(t.doc.terms[k]!.normal)
    if (opener !== undefined) return code * 16 + opener
    if (isVerb(t.tag[k]!)) return code * 16 + 8
    if (isNoun(t.tag[k]!) || t.tag[k] === PRONOUN) code = 2
  }
  return code
}

/** What stands to the left: a pronoun, a name, another noun; how it is joined. */
function subject(t: Tokens, i: number): number {
  let gaps = 0
  for (let k = i - 1; k > i - 10 && k >= 0; k--) {
    gaps |= t.gap[k + 1]! & (GAP.comma | GAP.sentence | GAP.closes | GAP.opens)
    if (gaps & GAP.sentence) return 1
    const tag = t.tag[k]!
    if (isVerb(tag)) return 2 + (gaps & GAP.comma)
    if (isNoun(tag) || tag === PRONOUN) return 64 + tag * 2 + (gaps & GAP.comma)
    const relative = RELATIVES.get(t.doc.terms[k]!.normal)
    if (relative !== undefined) return 8 + relative
  }
  return 0
}

/** Verbs of the lexicon elsewhere in the sentence: those before, which may hold this one in their content, and those after. */
function rivals(t: Tokens, i: number): number {
  const { first, last } = t.doc.sentences[t.doc.terms[i]!.sentence]!
  const before = t.cueVerbs[i]! - t.cueVerbs[Math.max(first, i - 40)]!
  const after = t.cueVerbs[Math.min(last, i + 40)]! - t.cueVerbs[i + 1]!
  return Math.min(before, 3) * 4 + Math.min(after, 3)
}
