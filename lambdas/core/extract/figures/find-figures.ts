import type { Doc, Sentence } from '../text/doc.ts'
import type { Figure } from '../types.ts'
import { readAround } from './around/reading.ts'
import { atomsOf } from './atoms.ts'
import { compose, zeroFigure } from './compose-figure.ts'
import { isFigure } from './is-figure.ts'
import { readZero } from './none-counted.ts'
import { isNoFigure } from './not/rule-out.ts'
import { readQuantity } from './numbers/quantity.ts'

/** Figures in text order, never overlapping; `source` is left null here: who gave a figure is known once its attribution is.
 *  `low` and `high` differ from `value` only in a range ("10 to 15": 12.5) and a band ("dozens": 24 to 99). Of "at least" and
 *  its like the qualifier alone says which side is open; "nearly 40" is about 40, its value what it nearly reaches.
 *  Shares are in percent: a third is 33.33. What comes on top of another figure has the rule `figure/delta`, what is within
 *  one `figure/part`, what a figure was before it changed `figure/former`: none of them is to be added up or taken for a total. */
export function findFigures(doc: Doc): Figure[] {
  return doc.sentences.flatMap(sentence => figuresOf(doc, sentence))
}

/** Most sentences hold no number; the words here open every reading that is not in digits. */
const MAY_COUNT =
  /[\d½⅓⅔¼¾]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|scores|hundreds?|thousands?|lakhs?|millions?|crores?|billions?|trillions?|half|third|quarter|fourth|fifth|sixth|eighth|tenth|zero|no|not|none|nobody)\b/i

function figuresOf(doc: Doc, sentence: Sentence): Figure[] {
  if (!MAY_COUNT.test(doc.text.slice(sentence.start, sentence.end))) return []
  const atoms = atomsOf(doc, sentence)
  const found: Figure[] = []
  /** The atom after the last figure: no figure reaches back into another. */
  let floor = 0
  let at = 0
  while (at < atoms.length) {
    // 1. "no casualties"
    const zero = readZero(atoms, at)
    if (zero) {
      found.push(zeroFigure(doc, sentence, atoms, zero))
      at = floor = zero.to
      continue
    }
    // 2. the number itself, with its money: "[3.4 billion dollars]", "between [10 and 15]"
    const quantity = readQuantity(atoms, at)
    if (!quantity) {
      at++
      continue
    }
    at = quantity.to
    // 3. what stands around it: "[at least] 200 [people]", "nine[-month] [blockade]"
    const reading = readAround(atoms, quantity, floor)
    // 4. "in 2020", "34-year-old", "3-2", "page 14"
    if (isNoFigure(atoms, reading)) continue
    // 5. a number of something, or of nothing that the text names
    if (!isFigure(atoms, reading, found)) continue
    // 6. its kind, its rule, and what it takes over from the figures before it
    const { figure, to } = compose(doc, sentence, atoms, reading, found)
    found.push(figure)
    floor = to
    at = Math.max(at, to)
  }
  return found
}
