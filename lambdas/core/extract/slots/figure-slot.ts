import { isUpperBound } from '../../figure-kinds.ts'
import { FUNCTION_WORDS } from '../../novelty/lexicon.ts'
import { sideOf } from '../../novelty/sides.ts'
import { stem } from '../../novelty/stem.ts'
import type { FigureSlot } from '../../novelty/types.ts'
import type { Figure } from '../types.ts'

/** A figure as it is stored and compared; what has its usual value is left out. */
export function figureSlot({ value, low, high, qualifier, unit, of, kind }: Figure): FigureSlot {
  const counted = of === null ? '' : objectKey(of)
  return {
    value,
    ...(low === value || isUpperBound(qualifier) ? {} : { low }),
    ...(high === value ? {} : { high }),
    ...(qualifier === 'exact' ? {} : { qualifier }),
    ...(unit === null ? {} : { unit }),
    ...(counted === '' || counted === unit ? {} : { of: counted }),
    kind,
  }
}

/** "its Armenian soldiers" → "armenia soldier": the last three stems that mean something, the head last. */
function objectKey(of: string): string {
  const words = of.split(/[^\p{L}\p{N}'’-]+/u).map(word => word.toLowerCase())
  return words
    .filter(word => word !== '' && !FUNCTION_WORDS.has(word))
    .map(word => sideOf(word) ?? stem(word))
    .slice(-3)
    .join(' ')
}
