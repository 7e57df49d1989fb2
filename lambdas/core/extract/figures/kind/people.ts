import { COUNTED, PEOPLE } from '../../lexicon/figures-kinds.ts'
import { type Atom, has, isCapital } from '../atoms.ts'

export const isPeople = (head: Atom): boolean =>
  PEOPLE.has(head.lower) || COUNTED.has(head.lower) || has(head, 'Actor') || isOfNation(head)

/** "Syrians", "Sudanese", "Iraqis": told by its capital and its ending. */
const isOfNation = (head: Atom): boolean => isCapital(head) && /(?:ans|ese|[^i]is|ites)$/.test(head.lower)
