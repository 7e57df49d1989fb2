import { DeleteObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { SendMessageCommand } from '@aws-sdk/client-sqs'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { Alert } from '../../../lambdas/core/notify/alert.ts'
import { depthOf } from '../../../local/cli/operating/queues.ts'
import { redrive } from '../../../local/cli/operating/redrive.ts'
import type { Clients as RealClients } from '../../../local/cloud/clients.ts'
import type { LocalCloud } from '../../../local/cloud/local-cloud.ts'
import { named } from '../../support/named.ts'
import type { Outcome } from '../oracle/outcome.ts'
import type { Random } from '../random.ts'
import type { Scenario } from '../scenario.ts'
import type { Settings } from '../settings.ts'
import type { Clients, Names, System } from '../system.ts'
import { notificationOf, type StoredObject } from '../world/bucket.ts'
import { History, type Worker } from '../world/history.ts'
import type { Item } from '../world/table-engine.ts'
import { clientsOf, namesIn } from './engines.ts'
import { Feed } from './feed.ts'
import { createSweeper } from './sweeper.ts'
import { type Done, lay, type Wire } from './wire.ts'

/** The handlers over real SDK clients and real engines, one call at a time, so that a seed goes one way. */
export class RealWorld implements Outcome {
  readonly bucket = { objects: [] as StoredObject[] }
  readonly topic = { published: [] as { id: string; message: string }[] }
  readonly history = new History()
  readonly uploadsDead = { size: 0, bodies: [] as string[] }
  readonly claimsDead = { size: 0, bodies: [] as string[] }
  readonly table = { contents: () => this.items }
  private items = new Map<string, Item>()
  private readonly system: System
  private readonly cloud: LocalCloud
  private readonly names: Names
  private readonly random: Random
  private readonly feeds: Feed[]
  private readonly sweeper: ReturnType<typeof createSweeper>
  private losses: boolean
  private readonly lost = new Set<string>()

  /** With `losses`, one message of four is gone when it is first received. */
  constructor(system: System, cloud: LocalCloud, settings: Settings, wire: Wire, random: Random, losses: boolean) {
    this.system = system
    this.losses = losses
    this.cloud = cloud
    this.names = namesIn(cloud)
    this.random = random
    const common = { cloud, random, isLost: (body: string) => this.isLost(body) }
    this.feeds = [
      new Feed({ ...common, queue: 'Uploads', settings: settings.uploads, ...this.worker('ingest', 'Ingest', wire) }),
      new Feed({ ...common, queue: 'Claims', settings: settings.claims, ...this.worker('alert', 'Alert', wire) }),
    ]
    this.sweeper = createSweeper(this.clients('sweep', 'Sweep', wire), this.names, this.feeds[0]!.url)
    cloud.onPublished(({ message: { default: message } }) => {
      this.topic.published.push({ id: (JSON.parse(message) as Alert).id, message })
    })
  }

  async upload({ key, upload, isGone }: Scenario['uploads'][number]): Promise<void> {
    const { s3, sqs } = this.cloud.clients
    const at = { Bucket: this.names.bucket, Key: key }
    const given = { ...at, Body: upload.body, ContentType: upload.contentType }
    const { VersionId } = await s3.send(new PutObjectCommand(given))
    const { LastModified } = await s3.send(new HeadObjectCommand({ ...at, VersionId }))
    if (isGone) await s3.send(new DeleteObjectCommand({ ...at, VersionId }))
    const object = { ...upload, key, versionId: VersionId!, lastModified: LastModified!.getTime(), isGone }
    this.bucket.objects.push(object)
    if (!this.random.chance(0.3)) return
    const QueueUrl = named(this.cloud.refs('AWS::SQS::Queue'), 'UploadsQueue')
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: notificationOf(object) }))
  }

  /** Until nothing waits but dead letters. */
  async settle(): Promise<void> {
    for (let isBusy = true; isBusy; ) {
      isBusy = false
      for (const feed of this.feeds) while (await feed.take()) isBusy = true
    }
    await this.look()
  }

  /** From now on nothing gets lost, and what was uploaded is looked through for what did. */
  async sweep(): Promise<void> {
    this.losses = false
    await this.sweeper(this.bucket.objects.map(({ lastModified }) => lastModified))
  }

  async redrive(): Promise<void> {
    for (const feed of this.feeds) await redrive(this.cloud.clients.sqs, feed.deadLetters, feed.url, new Date())
    for (const dead of [this.uploadsDead, this.claimsDead]) dead.bodies.length = 0
  }

  private worker(handler: 'ingest' | 'alert', start: string, wire: Wire) {
    const worker: Worker = { record: null }
    const functionName = named(this.cloud.refs('AWS::Lambda::Function'), start)
    const clients = this.clients(handler, start, wire, (command, input) => this.done(worker, command, input as Input))
    const table = DynamoDBDocumentClient.from(clients.dynamodb, { marshallOptions: { removeUndefinedValues: true } })
    const given = {
      table,
      bucket: clients.s3,
      claims: clients.sqs,
      topic: clients.sns,
      names: this.names,
      now: Date.now,
    }
    const dead = handler === 'ingest' ? this.uploadsDead : this.claimsDead
    return { functionName, worker, dead, handle: this.system[handler](given as unknown as Clients) }
  }

  private clients(holder: string, start: string, wire: Wire, done: Done = () => {}): RealClients {
    const clients = clientsOf(this.cloud, named(this.cloud.refs('AWS::Lambda::Function'), start))
    lay(wire, holder, clients, done)
    return clients
  }

  /** Never twice; and not of an object that another version stands for, since the sweep sees what stands. */
  private isLost(body: string): boolean {
    if (!this.losses || this.lost.has(body) || body.includes('the%20same') || !this.random.chance(0.25)) return false
    this.lost.add(body)
    return true
  }

  private done(worker: Worker, command: string, { Item, VersionId, ExpressionAttributeValues: values }: Input): void {
    if (command === 'QueryCommand') this.history.asked(worker, values?.[':pk']?.S ?? '')
    if (command === 'PutItemCommand') this.history.created(worker, { pk: Item!.pk!.S, sk: Item!.sk!.S })
    const object = this.bucket.objects.find(({ versionId }) => versionId === VersionId)
    if (object) this.history.readObject(worker, object)
  }

  private async look(): Promise<void> {
    const table = DynamoDBDocumentClient.from(this.cloud.clients.dynamodb)
    const { Items = [], LastEvaluatedKey } = await table.send(new ScanCommand({ TableName: this.names.table }))
    if (LastEvaluatedKey) throw new Error('the table holds more than one page')
    const read = ({ body, ...item }: Item): Item => ({
      ...item,
      ...(body ? { body: Buffer.from(body as Uint8Array) } : {}),
    })
    this.items = new Map((Items as Item[]).map(item => [`${item.pk} ${item.sk}`, read(item)]))
    for (const [i, dead] of [this.uploadsDead, this.claimsDead].entries())
      dead.size = (await depthOf(this.cloud.clients.sqs, this.feeds[i]!.deadLetters)).waiting
  }
}

interface Input {
  VersionId?: string
  Item?: Record<string, { S: string }>
  ExpressionAttributeValues?: Record<string, { S: string }>
}
