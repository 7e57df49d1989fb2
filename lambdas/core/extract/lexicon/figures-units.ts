import type { FigureKind } from '../types.ts'

export interface Unit {
  unit: string
  kind: FigureKind
  /** How many of `unit` one of the word is: a decade is 10 years. */
  factor?: number
}
const table = (kind: FigureKind, rows: Record<string, string>): [string, Unit][] =>
  Object.entries(rows).flatMap(([unit, words]) =>
    words.split(',').map((word): [string, Unit] => [word.trim(), { unit, kind }]),
  )

/** Units of measure by the words that name them, up to three words long. Written by hand for this project. */
export const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...table('duration', {
    second: 'second,seconds',
    minute: 'minute,minutes,min,mins',
    hour: 'hour,hours,hr,hrs',
    day: 'day,days,night,nights',
    week: 'week,weeks',
    weekend: 'weekend,weekends',
    month: 'month,months',
    year: 'year,years,yr,yrs',
  }),
  ['fortnight', { unit: 'week', kind: 'duration', factor: 2 }],
  ['decade', { unit: 'year', kind: 'duration', factor: 10 }],
  ['decades', { unit: 'year', kind: 'duration', factor: 10 }],
  ['century', { unit: 'year', kind: 'duration', factor: 100 }],
  ['centuries', { unit: 'year', kind: 'duration', factor: 100 }],
  ...table('distance', {
    km: 'km,kms,kilometre,kilometres,kilometer,kilometers',
    mile: 'mile,miles,mi',
    m: 'm,metre,metres,meter,meters',
    cm: 'cm,centimetre,centimetres,centimeter,centimeters',
    mm: 'mm,millimetre,millimetres,millimeter,millimeters',
    foot: 'foot,feet,ft',
    yard: 'yard,yards',
    inch: 'inch,inches',
    'nautical mile': 'nautical mile,nautical miles',
  }),
  ...table('other', {
    'square km': 'square km,square kilometre,square kilometres,square kilometer,square kilometers,sq km,sq. km,km2,km²',
    'square mile': 'square mile,square miles,sq mi,sq miles',
    'square m': 'square metre,square metres,square meter,square meters,sq m,m2,m²',
    'square foot': 'square foot,square feet,sq ft',
    hectare: 'hectare,hectares,ha',
    acre: 'acre,acres',
    ton: 'ton,tons,tonne,tonnes,metric ton,metric tons,metric tonne,metric tonnes',
    kg: 'kg,kgs,kilo,kilos,kilogram,kilograms,kilogramme,kilogrammes',
    gram: 'gram,grams,gramme,grammes',
    lb: 'lb,lbs,pound,pounds',
    ounce: 'ounce,ounces',
    litre: 'litre,litres,liter,liters',
    gallon: 'gallon,gallons',
    barrel: 'barrel,barrels',
    'cubic m': 'cubic metre,cubic metres,cubic meter,cubic meters,m3,m³',
    'cubic foot': 'cubic foot,cubic feet,cu ft',
    'acre-foot': 'acre-foot,acre-feet,acre feet',
    kW: 'kw,kilowatt,kilowatts',
    MW: 'mw,megawatt,megawatts',
    GW: 'gw,gigawatt,gigawatts',
    kWh: 'kwh,kilowatt-hours,kilowatt hours',
    MHz: 'mhz,megahertz',
    'km/h': 'kph,kmh',
    mph: 'mph',
    degree: 'degree,degrees,celsius,fahrenheit',
  }),
  ...table('share', {
    percent: '%,percent,per cent,pct',
    'percentage point': 'percentage point,percentage points,per cent points,percent points',
  }),
])
/** The words that the name of a unit begins with. */
export const UNIT_OPENINGS = new Set([...UNITS.keys()].map(name => name.split(/[ -]/)[0]!))
/** Never read as a unit straight after a number in words: "two second thoughts", "a hundred yard sales". */
export const ONLY_AFTER_DIGITS = new Set(['m', 'mi', 'ha', 'ft', 'min', 'lb', 'hr', 'yr', 'mw', 'kw', 'gw'])
