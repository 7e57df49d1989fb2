import { brokenInStorm, brokenInTheEnd } from './oracle/judge-run.ts'
import { Random } from './random.ts'
import { drawScenario } from './scenario.ts'
import type { Settings } from './settings.ts'
import type { System } from './system.ts'
import { CALM } from './world/faults.ts'
import { World } from './world/world.ts'

/** A run comes to rest after some hundred events; this many mean that it never does. */
const MOST_EVENTS = 50_000

export interface Run {
  /** What was broken, a line each; none in a sound run. */
  violations: string[]
  trace: string[]
}

/** One run of the system in a simulated world, the same for the same seed. Adds to `hits` how often each fault came. */
export async function runSeed(
  seed: number,
  system: System,
  settings: Settings,
  hits: Map<string, number>,
): Promise<Run> {
  const random = new Random(seed)
  const scenario = drawScenario(random)
  const world = new World(system, scenario, settings, random, hits)
  try {
    await world.clock.run(MOST_EVENTS)
    const inStorm = brokenInStorm(world)
    world.faults.weather = CALM
    world.redrive()
    await world.clock.run(MOST_EVENTS)
    const isCalm = scenario.weather.calls === 0 && scenario.weather.outages.length === 0
    const violations = [...inStorm, ...(await brokenInTheEnd(world)), ...(isCalm ? toldTwice(world) : [])]
    return { violations: [...new Set(violations)], trace: world.trace }
  } catch (error) {
    return { violations: [`${error instanceof Error ? error.stack : error}`], trace: world.trace }
  }
}

function toldTwice({ topic }: World): string[] {
  const ids = topic.published.map(({ id }) => id)
  return ids
    .filter((id, i) => ids.indexOf(id) < i)
    .map(id => `the alert ${id} was published twice, though no call failed`)
}
