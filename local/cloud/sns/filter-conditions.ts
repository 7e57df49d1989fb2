import { invalid } from './sns-error.ts'

export type Scalar = string | number | boolean | null
type Test = (value: Scalar) => boolean
/** A value, or one operator with its operand. */
export type Condition = Scalar | Record<string, unknown>

const MAX_NUMBER = 1e9
const COMPARE: Record<string, (value: number, bound: number) => boolean> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
}

const onText = (operand: unknown, holds: (text: string, wanted: string) => boolean): Test => {
  const wanted = texts(operand)
  return value => typeof value === 'string' && wanted.some(text => holds(value, text))
}

const TEXT_OPERATORS: Record<string, (operand: unknown) => Test> = {
  prefix: operand => onText(operand, (text, wanted) => text.startsWith(wanted)),
  suffix: operand => onText(operand, (text, wanted) => text.endsWith(wanted)),
  wildcard: operand => onText(operand, matchesWildcard),
  'equals-ignore-case': operand => onText(operand, (text, wanted) => text.toLowerCase() === wanted.toLowerCase()),
}

const OPERATORS: Record<string, (operand: unknown) => Test> = {
  ...TEXT_OPERATORS,
  'anything-but': anythingBut,
  numeric,
}

/** Refuses operators and operands that SNS refuses. */
export function checkCondition(condition: unknown): void {
  if (typeof condition === 'number' && Math.abs(condition) > MAX_NUMBER)
    throw invalid(`FilterPolicy: ${condition} is out of range`)
  if (typeof condition !== 'object' || condition === null) return
  const { exists } = condition as Record<string, unknown>
  if (exists !== undefined) {
    if (typeof exists !== 'boolean') throw invalid('FilterPolicy: exists match pattern must be either true or false')
    return
  }
  operatorTest(condition as Record<string, unknown>)
}

/** Whether any of the values satisfies any of the conditions; no values: whether the property may be absent. */
export function holds(conditions: Condition[], values: Scalar[]): boolean {
  return conditions.some(condition => {
    if (typeof condition !== 'object' || condition === null) return values.includes(condition)
    if ('exists' in condition) return condition.exists === values.some(value => value !== null && value !== '')
    return values.some(operatorTest(condition))
  })
}

function operatorTest(condition: Record<string, unknown>): Test {
  const [entry, ...more] = Object.entries(condition)
  const operator = entry && Object.hasOwn(OPERATORS, entry[0]) ? OPERATORS[entry[0]] : undefined
  if (!entry || !operator || more.length > 0) {
    throw invalid(`FilterPolicy: Unrecognized match type ${Object.keys(condition).join(', ')}`)
  }
  return operator(entry[1])
}

/** Of a list it is enough that one element is something else, as AWS documents. */
function anythingBut(operand: unknown): Test {
  if (typeof operand === 'object' && operand !== null && !Array.isArray(operand)) {
    const [entry, ...more] = Object.entries(operand)
    const operator = entry && Object.hasOwn(TEXT_OPERATORS, entry[0]) ? TEXT_OPERATORS[entry[0]] : undefined
    if (!entry || !operator || more.length > 0) throw invalid('FilterPolicy: Unsupported anything-but pattern')
    const test = operator(entry[1])
    return value => typeof value === 'string' && !test(value)
  }
  const excluded = Array.isArray(operand) ? operand : [operand]
  if (excluded.length === 0) throw invalid('FilterPolicy: Empty arrays are not allowed')
  return value => value !== null && !excluded.includes(value)
}

/** `["=", 5]`, or a range `[">", 0, "<=", 150]`. */
function numeric(operand: unknown): Test {
  const terms = Array.isArray(operand) ? operand : []
  if (terms.length !== 2 && terms.length !== 4) throw invalid('FilterPolicy: Value of numeric must be an array')
  const tests = [terms.slice(0, 2), terms.slice(2)].filter(pair => pair.length > 0).map(comparison)
  return value => typeof value === 'number' && Math.abs(value) <= MAX_NUMBER && tests.every(test => test(value))
}

function comparison([operator, bound]: unknown[]): (value: number) => boolean {
  const compare = typeof operator === 'string' && Object.hasOwn(COMPARE, operator) ? COMPARE[operator] : undefined
  if (!compare) throw invalid(`FilterPolicy: Unrecognized numeric range operator: ${operator}`)
  if (typeof bound !== 'number' || Math.abs(bound) > MAX_NUMBER) {
    throw invalid(`FilterPolicy: Value of ${operator} must be numeric, between -1e9 and 1e9`)
  }
  return value => compare(round(value), round(bound))
}

/** SNS compares five digits after the decimal point. */
function round(value: number): number {
  return Math.round(value * 1e5)
}

function texts(operand: unknown): string[] {
  const list = Array.isArray(operand) ? operand : [operand]
  if (list.length === 0 || !list.every(text => typeof text === 'string')) {
    throw invalid('FilterPolicy: the match pattern must be a string')
  }
  return list
}

/** `*` stands for any text; greedy from the left, so linear in the text. */
function matchesWildcard(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return text === pattern
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}
