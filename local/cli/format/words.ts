import type { Figure, Modality, Polarity } from '../../../lambdas/core/extract/types.ts'

/** How a claim is meant where it is not simply asserted: "denied, planned". */
export function manner({ polarity, modality }: { polarity: Polarity; modality: Modality }): string {
  return [...(polarity === 'denied' ? ['denied'] : []), ...(modality === 'asserted' ? [] : [modality])].join(', ')
}

/** A figure as a number: "at least 200", "10–12 km". What is counted says that they are people. */
export function amount({
  value,
  low,
  high,
  qualifier,
  unit,
}: Pick<Figure, 'value' | 'low' | 'high' | 'qualifier' | 'unit'>): string {
  const number = qualifier === 'range' ? `${grouped(low)}–${grouped(high)}` : grouped(value)
  const hedge = qualifier === 'exact' || qualifier === 'range' ? '' : `${qualifier} `
  return `${hedge}${number}${unit && unit !== 'person' ? ` ${unit}` : ''}`
}

const grouped = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 6 })
