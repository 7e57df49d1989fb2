import { isSameOrigin } from './fingerprint.ts'

interface Origin {
  outlet: string | null
  fingerprint: string
}

/** How many outlets have it on their own: the same outlet or a near-duplicate text counts once. */
export function independentOutlets(sightings: readonly Origin[]): number {
  const origins: Origin[] = []
  for (const { outlet, fingerprint } of sightings) {
    const known = origins.some(
      origin => (outlet !== null && origin.outlet === outlet) || isSameOrigin(origin.fingerprint, fingerprint),
    )
    if (!known) origins.push({ outlet, fingerprint })
  }
  return origins.length
}
