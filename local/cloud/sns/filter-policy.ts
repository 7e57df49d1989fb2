import { type Condition, checkCondition, holds, type Scalar } from './filter-conditions.ts'
import type { MessageAttribute, Publication } from './publication.ts'
import { invalid } from './sns-error.ts'

/** https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html */
export type FilterPolicy = { [property: string]: Condition[] | FilterPolicy | FilterPolicy[] }
export type FilterScope = 'MessageAttributes' | 'MessageBody'

const RESERVED = new Set([
  'anything-but',
  'cidr',
  'equals-ignore-case',
  'exists',
  'numeric',
  'prefix',
  'suffix',
  'wildcard',
])
const MAX_KEYS = 5
const MAX_COMBINATIONS = 150

/** Refuses the policies that SNS refuses. */
export function parseFilterPolicy(json: string, scope: FilterScope): FilterPolicy {
  let policy: unknown
  try {
    policy = JSON.parse(json)
  } catch {
    throw invalid('FilterPolicy: failed to parse JSON')
  }
  if (!isObject(policy)) throw invalid('FilterPolicy: the policy must be a JSON object')
  const leaves = check(policy, scope)
  if (leaves.length > MAX_KEYS) throw invalid(`FilterPolicy: Filter policy can not have more than ${MAX_KEYS} keys`)
  const combinations = leaves.reduce((product, conditions) => product * conditions.length, 1)
  if (combinations > MAX_COMBINATIONS) throw invalid('FilterPolicy: Filter policy is too complex')
  return policy as FilterPolicy
}

function check(policy: Record<string, unknown>, scope: FilterScope): Condition[][] {
  return Object.entries(policy).flatMap(([property, value]) => {
    const alternatives = orAlternatives(property, value)
    if (alternatives) return alternatives.flatMap(alternative => check(alternative, scope))
    if (isObject(value)) {
      if (scope === 'MessageBody') return check(value, scope)
      throw invalid('FilterPolicy: Filter policy scope MessageAttributes does not support nested filter policy')
    }
    if (!Array.isArray(value)) throw invalid(`FilterPolicy: "${property}" must be an object or an array`)
    if (value.length === 0) throw invalid(`FilterPolicy: Empty arrays are not allowed ("${property}")`)
    for (const condition of value) checkCondition(condition)
    return [value as Condition[]]
  })
}

export function accepts(policy: FilterPolicy, scope: FilterScope, publication: Publication, text: string): boolean {
  const message = scope === 'MessageBody' ? body(text) : attributeValues(publication.attributes)
  return message !== undefined && satisfies(policy, message)
}

function satisfies(policy: FilterPolicy, message: Record<string, unknown>): boolean {
  return Object.entries(policy).every(([property, value]) => {
    const alternatives = orAlternatives(property, value)
    if (alternatives) return alternatives.some(alternative => satisfies(alternative as FilterPolicy, message))
    const found = Object.hasOwn(message, property) ? message[property] : undefined
    if (isObject(value)) return toArray(found).some(item => isObject(item) && satisfies(value as FilterPolicy, item))
    // AWS: `exists: false` needs at least one other property.
    if (found === undefined && Object.keys(message).length === 0) return false
    return holds(value as Condition[], toArray(found).filter(isScalar))
  })
}

/** `$or` is the operator only over at least two objects, none of which has an operator's name as a property. */
function orAlternatives(property: string, value: unknown): Record<string, unknown>[] | undefined {
  if (property !== '$or' || !Array.isArray(value) || value.length < 2) return undefined
  const isOperator = value.every(item => isObject(item) && !Object.keys(item).some(key => RESERVED.has(key)))
  return isOperator ? value : undefined
}

function attributeValues(attributes: Record<string, MessageAttribute>): Record<string, unknown> {
  const known = Object.entries(attributes).filter(([, { type }]) => !type.startsWith('Binary'))
  return Object.fromEntries(known.map(([name, attribute]) => [name, attributeValue(attribute)]))
}

function attributeValue({ type, value }: MessageAttribute): unknown {
  if (type === 'Number') return Number(value)
  if (type !== 'String.Array') return value
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

function body(text: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return isObject(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function toArray(value: unknown): unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isScalar(value: unknown): value is Scalar {
  return typeof value !== 'object' || value === null
}
