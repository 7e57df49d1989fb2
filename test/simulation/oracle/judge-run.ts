import type { StoredObject } from '../world/bucket.ts'
import type { Item } from '../world/table-engine.ts'
import { lastly, playCalmly } from './calm.ts'
import { falseCounts } from './counts.ts'
import { expectedOf } from './expected.ts'
import { changedAlerts, falseBackfills, lostUploads, Standing, untoldRulings } from './invariants.ts'
import type { Outcome } from './outcome.ts'

/** While dead letters may still wait to be moved back. */
export const brokenInStorm = (world: Outcome): string[] => {
  const standing = new Standing(world)
  return [...lostUploads(world, standing), ...untoldRulings(world, standing)]
}

/** When all faults are over and the dead letters were moved back. */
export async function brokenInTheEnd(world: Outcome): Promise<string[]> {
  const left = world.uploadsDead.size + world.claimsDead.size
  return [
    ...(left > 0 ? [`${left} messages fail though nothing is wrong any more`] : []),
    ...brokenInStorm(world),
    ...changedAlerts(world),
    ...world.history.repeats.map(body => `the claims queue took twice in five minutes: ${body}`),
    ...world.history.overtaken.map(what => `a later message was judged before ${what}`),
    ...falseBackfills(world),
    ...falseCounts(world.bucket.objects, world.topic),
    ...(await differences(world)),
  ]
}

/** Invariants 3 and 4: the store and the alerts are those of a calm run of the same steps. */
async function differences(world: Outcome): Promise<string[]> {
  const isUnreadable = (object: StoredObject) => !object.isGone && !expectedOf(object).isReadable
  const steps = [...world.history.steps, ...lastly(world.bucket.objects.filter(isUnreadable))]
  const calm = await playCalmly(steps, world.bucket.objects)
  const told = new Map(world.topic.published.map(({ id, message }) => [id, message]))
  const expected = new Map(calm.topic.published.map(({ id, message }) => [id, message]))
  return [
    ...unlike('item', printed(withoutLeftovers(world.table.contents())), printed(calm.table.contents())),
    ...unlike('alert', told, expected),
  ]
}

/** Of two uploads of one long text at once, parts of the one that isn't kept stay behind, and nothing refers to them. */
function withoutLeftovers(items: Map<string, Item>): Map<string, Item> {
  const isLeft = ({ pk, sk }: Item) => pk.startsWith('BODY#') && sk.split('#')[1] !== items.get(`${pk} 00`)?.version
  return new Map([...items].filter(([, item]) => item.sk === '00' || !isLeft(item)))
}

function unlike(what: string, is: Map<string, string>, wanted: Map<string, string>): string[] {
  return [
    ...[...wanted.keys()].filter(key => !is.has(key)).map(key => `the ${what} ${key} is missing`),
    ...[...is.keys()]
      .filter(key => !wanted.has(key))
      .map(key => `the ${what} ${key} is there, and is not in a calm run`),
    ...[...is]
      .filter(([key, value]) => wanted.has(key) && wanted.get(key) !== value)
      .map(([key]) => `the ${what} ${key} differs from that of a calm run`),
  ]
}

const printed = (contents: Map<string, Item>): Map<string, string> =>
  new Map([...contents].map(([key, { pk, sk, body, ...rest }]) => [key, `${body ?? ''} ${JSON.stringify(rest)}`]))
