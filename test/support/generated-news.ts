import { createHash } from 'node:crypto'
import type { Article } from '../../lambdas/core/article/article.ts'

/** Names that are unlike one another: those of one letter more or less would pass for misspellings. */
function townOf(i: number): string {
  const digest = createHash('sha256').update(String(i)).digest()
  const many = SYLLABLES.length
  // No two begin alike.
  const begins = (i * 389) % (many * many)
  const places = [begins % many, Math.floor(begins / many), digest[0]! % many, digest[1]! % many]
  const name = places.map(place => SYLLABLES[place]).join('')
  return name[0]!.toUpperCase() + name.slice(1)
}
const SYLLABLES =
  'bra kel dov mur sta pin zol gad hex lun tir fow cha wep yos nem ruk olv ash ist gru peb jot vex mib sul dra cog nip wam ebb'.split(
    ' ',
  )
const NEWS: readonly ((town: string) => string)[] = [
  town => `The mayor of ${town} said the humanitarian corridor to ${town} was closed.`,
  town => `Miners in ${town} said the ceasefire talks in ${town} had broken off.`,
  town => `Doctors in ${town} said the humanitarian corridor from ${town} was mined.`,
  town => `Mediators in ${town} said the peace talks in ${town} would resume after the harvest.`,
  town => `Drivers from ${town} said the humanitarian corridor at ${town} was too narrow for lorries.`,
  town => `The bishop of ${town} called the ceasefire talks in ${town} a farce.`,
  town => `Police in ${town} said peacekeepers guarded the humanitarian corridor near ${town}.`,
  town => `A colonel in ${town} said the peace talks in ${town} had agreed on prisoners.`,
]

/** Short articles, each with a claim that no other one makes, in whatever order they come: at most 500. */
export function generatedNews(count: number): Article[] {
  const towns = Array.from({ length: count }, (_, i) => townOf(i))
  return towns.map((town, i) => ({
    id: `generated-${i}`,
    title: `The road to ${town}`,
    source: 'Example Wire',
    url: null,
    publishedAt: new Date(Date.UTC(2024, 2, 1, i % 24, i % 60)).toISOString(),
    language: 'en',
    text: `${NEWS[i % NEWS.length]!(town)} Snow fell all day.`,
  }))
}
