import type { Doc, Sentence } from '../text/doc.ts'
import type { Figure } from '../types.ts'
import { atomsOf } from './atoms.ts'
import { compose, readAround, zeroFigure } from './compose-figure.ts'
import { isFigure } from './is-figure.ts'
import { readZero } from './none-counted.ts'
import { readQuantity } from './read-quantity.ts'
import { isNoFigure } from './rule-out.ts'

/** Figures in text order; `source` is left null here: who gave a figure is known once its attribution is. */
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
  let floor = 0
  for (let at = 0; at < atoms.length; at++) {
    const zero = readZero(atoms, at)
    if (zero) {
      found.push(zeroFigure(doc, sentence, atoms, zero))
      at = zero.to - 1
      floor = zero.to
      continue
    }
    const quantity = readQuantity(atoms, at)
    if (!quantity) continue
    const reading = readAround(atoms, quantity, floor)
    if (!isNoFigure(atoms, reading) && isFigure(atoms, reading, found)) {
      const { figure, to } = compose(doc, sentence, atoms, reading, found)
      found.push(figure)
      floor = to
      at = Math.max(quantity.to, to) - 1
    } else at = quantity.to - 1
  }
  return found
}
