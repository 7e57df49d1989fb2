import { SendMessageBatchCommand } from '@aws-sdk/client-sqs'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Submitted } from '../../../lambdas/core/claims/claims-queue.ts'
import type { Random } from '../random.ts'
import { HOUR, type Scenario } from '../scenario.ts'
import type { Settings } from '../settings.ts'
import { ANY_NAMES, type Client, type Clients, type System } from '../system.ts'
import { Bucket, notificationOf, type StoredObject } from './bucket.ts'
import { Clock } from './clock.ts'
import { errorOf, Faults, type Service } from './faults.ts'
import { History } from './history.ts'
import { type Environment, Lambda } from './lambda.ts'
import { Queue } from './queue.ts'
import { TableEngine, type TableView } from './table-engine.ts'
import { Topic } from './topic.ts'

export const START = Date.parse('2024-09-20T00:00:00Z')

/** Everything around the handlers, in which one scenario happens. */
export class World {
  readonly clock = new Clock(START)
  readonly table = new TableEngine()
  readonly bucket = new Bucket()
  readonly topic = new Topic()
  readonly history = new History()
  readonly uploadsDead: Queue
  readonly uploads: Queue
  readonly claimsDead: Queue
  readonly claims: Queue
  readonly faults: Faults
  /** What happened, a line each. */
  readonly trace: string[] = []
  readonly random: Random

  constructor(system: System, scenario: Scenario, settings: Settings, random: Random, hits: Map<string, number>) {
    this.random = random
    this.faults = new Faults(random, scenario.weather, hits)
    this.uploadsDead = new Queue(settings.uploadsDead, null)
    this.uploads = new Queue(settings.uploads, this.uploadsDead)
    this.claimsDead = new Queue(settings.claimsDead, null)
    this.claims = new Queue(settings.claims, this.claimsDead)
    new Lambda(settings.ingest, this.uploads, this, environment => system.ingest(this.clients(environment)))
    new Lambda(settings.alert, this.claims, this, environment => system.alert(this.clients(environment)))
    for (const { at, key, upload, isGone } of scenario.uploads) {
      this.clock.after(at, () => {
        const object = this.bucket.put(upload, key, this.clock.now + this.faults.skew(), isGone)
        this.note(`uploaded ${key} ${object.versionId}`)
        this.notify(object)
      })
    }
    for (const at of scenario.redrives) this.clock.after(at, () => this.redrive())
  }

  redrive(): void {
    if (this.uploadsDead.size + this.claimsDead.size > 0) this.faults.hit('dead letters moved back')
    this.uploadsDead.redrive(this.clock.now, this.uploads)
    this.claimsDead.redrive(this.clock.now, this.claims)
  }

  note(line: string): void {
    this.trace.push(`${((this.clock.now - START) / 1000).toFixed(3)} ${line}`)
  }

  /** S3 tells of an upload at least once, and late where it is late. */
  private notify(object: StoredObject): void {
    const delayMs = this.faults.onDelivery('deliveries: delay')
      ? this.random.between(1_000, HOUR)
      : this.random.between(10, 900)
    this.uploads.send(this.clock.now, notificationOf(object), { delayMs })
    if (!this.faults.onDelivery('deliveries: duplicate')) return
    this.uploads.send(this.clock.now, notificationOf(object), {
      delayMs: this.random.between(1, this.random.pick([50, 600_000])),
    })
  }

  private clients(environment: Environment): Clients {
    const client = (service: Service, apply: (command: unknown) => unknown): Client => ({
      send: command => this.call(environment, service, command as Command, () => apply(command)),
    })
    const view: TableView = {
      now: 0,
      lag: () => this.faults.lag(),
      onStale: () => this.faults.hit('stale read'),
      onCreated: item => {
        this.history.created(environment, item)
        if (item.pk.startsWith('RULINGS#')) this.checkOrder(environment)
      },
    }
    return {
      table: client('table', command => {
        if (command instanceof QueryCommand) this.history.asked(environment, keyOf(command))
        view.now = this.clock.now
        return this.table.apply(command, view)
      }),
      bucket: client('bucket', command => {
        const { object, output } = this.bucket.apply(command)
        this.history.readObject(environment, object)
        return output
      }),
      claims: client('claims', command => this.submit(command)),
      topic: client('topic', command => this.topic.apply(command)),
      names: ANY_NAMES,
      now: () => this.clock.now,
    }
  }

  /** What was handed on before under the same topic was judged before, unless it is among the dead letters. */
  private checkOrder({ record }: Environment): void {
    const before = this.claims.before(record?.messageId ?? '').map(body => JSON.parse(body) as Submitted)
    const waits = ({ topic, articleId, revision }: Submitted) =>
      !this.table.has(`RULINGS#${topic}`, `#${articleId}#${revision}`)
    for (const one of before.filter(waits)) this.history.overtaken.push(`${one.articleId} under ${one.topic}`)
  }

  private submit(command: unknown): Record<string, unknown> {
    if (!(command instanceof SendMessageBatchCommand))
      throw new Error(`the simulated claims queue doesn't know ${command?.constructor.name}`)
    const entries = command.input.Entries ?? []
    if (entries.length < 1 || entries.length > 10) throw new Error(`a batch has 1 to 10 entries, not ${entries.length}`)
    const Failed = []
    for (const { Id, MessageBody, MessageGroupId: group, MessageDeduplicationId: deduplication } of entries) {
      if (!group || !deduplication) throw new Error('a FIFO queue asks for a group and a deduplication id')
      if (this.faults.onDelivery('claims: not all taken')) {
        Failed.push({ Id, Code: 'InternalError', SenderFault: false })
        continue
      }
      const isTaken = this.claims.send(this.clock.now, MessageBody!, { group, deduplication })
      this.history.submitted(MessageBody!, isTaken, this.clock.now)
    }
    return { Failed }
  }

  /** One call to a service, with whatever becomes of it. */
  private call<T>(environment: Environment, service: Service, command: Command, effect: () => T): Promise<T> {
    const site = siteOf(environment, command)
    const fault = this.faults.onCall(site, service, this.clock.now - START)
    const isDone = this.random.chance(0.5)
    const latency =
      fault === 'timeout' ? 5_000 : fault === 'slow' ? this.random.between(500, 45_000) : this.random.between(2, 40)
    return new Promise((resolve, reject) => {
      this.clock.after(latency, () => {
        // A request that had left when the process died may arrive all the same.
        if (environment.isDead && !isDone) return
        this.note(
          `${site} ${keyOf(command)}${fault ? ` ${fault}` : ''}${environment.isDead ? ' (from a dead process)' : ''}`,
        )
        try {
          if (hasNoEffect(fault) || (fault === 'timeout' && !isDone)) throw errorOf(fault!, service)
          if (fault === 'crash before') return environment.crash()
          if (fault === 'twice') tryOnce(effect)
          const answer = effect()
          if (fault === 'crash after') return environment.crash()
          if (fault === 'error after' || fault === 'timeout') throw errorOf(fault, service)
          if (!environment.isDead) resolve(answer)
        } catch (error) {
          if (!environment.isDead) reject(error)
        }
      })
    })
  }
}

interface Key {
  pk: string
  sk: string
}
interface Command {
  input: { Item?: Key; Key?: Key | string; ExpressionAttributeValues?: Record<string, unknown> }
}

const hasNoEffect = (fault: string | null) => fault === 'throttle' || fault === 'error before' || fault === 'outage'

function tryOnce(effect: () => unknown): void {
  try {
    effect()
  } catch {
    // Its answer was lost.
  }
}

/** "alert Put RULINGS": who does what to which kind of item. */
const siteOf = ({ name }: Environment, command: Command): string =>
  `${name} ${command.constructor.name.replace(/Command$/, '')} ${keyOf(command).split(/[# /]/)[0]}`.trimEnd()

function keyOf({ input }: Command): string {
  const { Item: item, Key: key = item, ExpressionAttributeValues: values } = input
  if (typeof key === 'string') return key
  return key ? `${key.pk} ${key.sk}` : ((values?.[':pk'] as string | undefined) ?? '')
}
