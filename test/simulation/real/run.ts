import type { Template } from '../../../local/cloud/template/template.ts'
import { brokenInStorm, brokenInTheEnd } from '../oracle/judge-run.ts'
import { Random } from '../random.ts'
import { drawScenario, HOUR } from '../scenario.ts'
import { settingsOf } from '../settings.ts'
import type { System } from '../system.ts'
import { START } from '../world/world.ts'
import { startEngines } from './engines.ts'
import { RealWorld } from './real-world.ts'
import { Wire } from './wire.ts'

export interface Given {
  system: System
  /** Whether messages get lost, and a sweep looks for what they told of. */
  losses?: boolean
  template: Template
  /** Sets the clock of the process: what is stored has times in it. */
  setTime(now: number): void
  /** How often each call met each fault is added here. */
  hits: Map<string, number>
}

/** What a seed breaks, a line each. */
export async function runOnEngines(
  seed: number,
  { system, losses = false, template, setTime, hits }: Given,
): Promise<string[]> {
  const random = new Random(seed)
  const { uploads } = drawScenario(random)
  const cloud = await startEngines(template)
  try {
    const wire = new Wire(seed, hits)
    const world = new RealWorld(system, cloud, settingsOf(template), wire, random, losses)
    for (const upload of uploads.toSorted((a, b) => a.at - b.at)) {
      setTime(START + upload.at)
      await world.upload(upload)
      if (random.chance(0.3)) await world.settle()
    }
    await world.settle()
    if (losses) {
      setTime(Date.now() + HOUR)
      await world.sweep()
      await world.settle()
    }
    const inStorm = brokenInStorm(world)
    wire.isCalm = true
    await world.redrive()
    await world.settle()
    return [...new Set([...inStorm, ...(await brokenInTheEnd(world))])]
  } finally {
    await cloud.close()
  }
}
