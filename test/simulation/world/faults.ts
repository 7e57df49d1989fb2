import { S3ServiceException } from '@aws-sdk/client-s3'
import type { Random } from '../random.ts'

/** What can become of one call to a service. */
export const FAULTS = [
  'throttle',
  'error before',
  'error after',
  'timeout',
  /** The SDK tried again: done twice, answered once. */
  'twice',
  'slow',
  'crash before',
  'crash after',
] as const
export type Fault = (typeof FAULTS)[number]

export type Service = 'table' | 'bucket' | 'claims' | 'topic'
export const SERVICES: readonly Service[] = ['table', 'bucket', 'claims', 'topic']

/** A service that can't be reached from one time to another. */
export interface Outage {
  service: Service
  from: number
  to: number
}

export interface Weather {
  /** The share of calls that something happens to. */
  calls: number
  /** The share of deliveries and acknowledgements that something happens to. */
  deliveries: number
  /** How old a read may be that doesn't ask for consistency. */
  mostLagMs: number
  /** How far the clock of the bucket may be off. */
  mostSkewMs: number
  outages: readonly Outage[]
}

export const CALM: Weather = { calls: 0, deliveries: 0, mostLagMs: 0, mostSkewMs: 0, outages: [] }

/** Draws what goes wrong, and counts it. */
export class Faults {
  weather: Weather
  private readonly random: Random
  private readonly hits: Map<string, number>

  constructor(random: Random, weather: Weather, hits: Map<string, number>) {
    this.random = random
    this.weather = weather
    this.hits = hits
  }

  hit(what: string): void {
    this.hits.set(what, (this.hits.get(what) ?? 0) + 1)
  }

  onCall(site: string, service: Service, now: number): Fault | 'outage' | null {
    if (this.weather.outages.some(outage => outage.service === service && outage.from <= now && now < outage.to))
      return this.counted('outage', service)
    return this.random.chance(this.weather.calls) ? this.counted(this.random.pick(FAULTS), site) : null
  }

  /** Whether this happens to a delivery or an acknowledgement. */
  onDelivery(what: string): boolean {
    if (!this.random.chance(this.weather.deliveries)) return false
    this.hit(what)
    return true
  }

  lag(): number {
    return Math.floor(this.random.next() * this.weather.mostLagMs)
  }

  skew(): number {
    return Math.round((this.random.next() * 2 - 1) * this.weather.mostSkewMs)
  }

  private counted<T extends string>(fault: T, site: string): T {
    this.hit(`${site}: ${fault}`)
    return fault
  }
}

/** An error as the SDK throws it when its own tries are used up. */
export function errorOf(fault: string, service: Service): Error {
  const name =
    fault === 'throttle' ? 'ThrottlingException' : fault === 'timeout' ? 'TimeoutError' : 'InternalServerError'
  if (service === 'bucket') return new S3ServiceException({ name, $fault: 'server', $metadata: {} })
  return Object.assign(new Error(fault), { name })
}
