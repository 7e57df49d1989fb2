import { ALERT_VERDICTS } from '../../../lambdas/core/subscriptions/filter.ts'
import type { Flags, Values } from '../args/flags.ts'
import { nearest } from '../args/nearest.ts'
import { UsageError } from '../exit.ts'

/** Which alerts; of a list any one value is enough, and all that is given must fit. */
export const filterFlags = {
  topic: { value: 'NAMES', about: 'only on these topics: corridor,talks' },
  verdict: { value: 'NAMES', about: 'only with one of these: new,update,contradiction,withdrawn' },
  source: { value: 'OUTLETS', about: 'only from these outlets, by their whole names: "Example Wire,Highland Post"' },
  entity: { value: 'IDS', about: 'only that name one of these: place:lachin-corridor (see claimwire entities)' },
  q: { value: 'WORD', about: 'only with this word' },
} as const satisfies Flags

/** As the API takes it. */
export interface Filter {
  topic?: string[]
  verdict?: string[]
  source?: string[]
  entity?: string[]
  q?: string
}

export function filterOf({ topic, verdict, source, entity, q }: Values<typeof filterFlags>): Filter {
  return {
    ...(topic && { topic: list(topic) }),
    ...(verdict && { verdict: list(verdict).map(knownVerdict) }),
    ...(source && { source: list(source) }),
    ...(entity && { entity: list(entity) }),
    ...(q && { q }),
  }
}

/** "topic talks; verdict new or update" */
export function filterWords(filter: Filter | null): string {
  if (!filter) return '(a filter that was set elsewhere)'
  const fields = Object.entries(filter).map(([name, value]) => `${name} ${[value].flat().join(' or ')}`)
  return fields.join('; ') || 'every alert'
}

function knownVerdict(given: string): string {
  if ((ALERT_VERDICTS as readonly string[]).includes(given)) return given
  const meant = nearest(given, ALERT_VERDICTS)
  throw new UsageError(
    `--verdict takes ${ALERT_VERDICTS.join(', ')}, with commas between them; got '${given}'.${meant ? ` Did you mean ${meant}?` : ''}`,
  )
}

const list = (text: string): string[] =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
