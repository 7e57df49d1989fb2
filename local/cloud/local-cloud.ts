import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Clients, createClients, destroyClients, endpoints, sdkEnvironment } from './clients.ts'
import { lockFolder } from './engines/lock.ts'
import { startMessaging } from './engines/messaging.ts'
import { startTables } from './engines/tables.ts'
import { startHttpServer } from './functions/http-server.ts'
import { createBuckets } from './resources/buckets.ts'
import { createEventSources } from './resources/event-sources.ts'
import { bundleFunctions, createFunctions } from './resources/functions.ts'
import { createHttpApi } from './resources/http-api.ts'
import { createQueues, deadLetterQueues } from './resources/queues.ts'
import { createTables } from './resources/tables.ts'
import { createTopics } from './resources/topics.ts'
import type { Publication } from './sns/publication.ts'
import { queueSender } from './sns/queue-sender.ts'
import { startSns } from './sns/start-sns.ts'
import { blueprint } from './template/blueprint.ts'
import { LOOPBACK } from './template/place.ts'
import { resourcesOf, type Template } from './template/template.ts'

export interface LocalCloudOptions {
  /** As synthesised. */
  template: Template
  /** Where the entries of the functions are relative to. */
  projectRoot: string
  /** What is stored, queued and mailed is kept here; null keeps it in memory. */
  dataDir: string | null
  /** Of the HTTP API; 0 or nothing lets the system choose. */
  port?: number
  /** How many batches of each queue are handled at a time (1). */
  concurrency?: number
  /** When a failed message comes back; by its queue's visibility timeout if not given. */
  retryAfterSeconds?: number
  /** Between the attempts on a webhook (20 s, as in AWS). */
  webhookRetryMs?: number
  /** What the functions write, and what goes wrong. */
  log?(line: string): void
}

export interface LocalCloud {
  /** Null when the stack has no HTTP API. */
  apiUrl: string | null
  clients: Clients
  /** For SDK clients of other processes. */
  sdkEnvironment: Record<string, string>
  /** What `Ref` gives, by logical id, for all resources of a type. */
  refs(type: string): Record<string, string>
  outputs: Record<string, string>
  /** Hears of every message that SNS accepts; gives the function that ends it. */
  onPublished(listener: (publication: Publication) => void): () => void
  /** What e-mail or SMS subscribers got. */
  mail(address: string): string
  failures(): Failures
  /** Resolves when nothing is queued for a function, none runs and no webhook is being called. */
  idle(): Promise<void>
  close(): Promise<void>
}

export interface Failures {
  /** Messages in each dead-letter queue, by its name. */
  deadLetters: Record<string, number>
  /** Batches that a function failed, wholly or in part, since the start. */
  batches: number
  /** Alerts given up on that no dead-letter queue took. */
  undelivered: number
}

/** Runs the stack on this machine: everything in it is made from the template, and its functions run as deployed. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const closing: Closing = []
  try {
    return await start(options, closing)
  } catch (error) {
    await closeAll(closing)
    throw error
  }
}

/** What must be undone, in reverse. */
type Closing = (() => Promise<unknown> | unknown)[]

async function closeAll(closing: Closing): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close()
}

async function start(options: LocalCloudOptions, closing: Closing): Promise<LocalCloud> {
  const { template, dataDir, log = () => {}, concurrency = 1, retryAfterSeconds } = options
  const isNew = openFolder(dataDir, closing)
  const bundled = bundleFunctions(template, options.projectRoot)
  const [{ api, tables, messaging }, directory] = await Promise.all([startEngines(options, closing), bundled])
  const at = endpoints(tables.port, messaging.port)
  const clients = createClients(at)
  closing.push(() => destroyClients(clients))
  const sdk = sdkEnvironment(at)
  const plan = blueprint(template, { messaging: messaging.port, api: api?.port ?? 0 })

  createQueues(messaging.queues, plan)
  const notifications = createBuckets(messaging, plan)
  await createTables(clients.dynamodb, plan)
  const { sns, subscriptions, delivery } = startSns({
    dataDir,
    endpoint: at.messaging,
    send: queueSender(clients.sqs, messaging.queues),
    webhookRetryMs: options.webhookRetryMs ?? 20_000,
    log,
  })
  closing.push(
    () => subscriptions.close(),
    () => delivery.close(),
  )
  createTopics(sns, subscriptions, plan)
  messaging.connect({ onObjectCreated: notifications.created, answerSns: form => sns.answer(form) })

  const functions = createFunctions(plan, { directory, shared: sdk, log })
  closing.push(() => Promise.all([...functions.values()].map(lambda => lambda.close())))
  const sources = { sqs: clients.sqs, queues: messaging.queues, functions, concurrency, retryAfterSeconds, log }
  const pollers = createEventSources(plan, sources)
  closing.push(() => Promise.all(pollers.map(poller => poller.stop())))
  api?.handle(createHttpApi(plan, functions, log))
  // Before the functions that answer its requests.
  if (api) closing.push(api.close)

  messaging.queues.recover()
  messaging.objects.recover()
  if (isNew) notifications.test()
  delivery.recover()
  for (const subscription of subscriptions.all()) sns.askToConfirm(subscription)
  for (const lambda of functions.values()) lambda.warm()
  for (const poller of pollers) poller.start()

  const polled = [...new Set(pollers.map(({ settings }) => settings.queue.name))]
  const isIdle = () =>
    polled.every(name => messaging.queues.depth(name) === 0) &&
    [...functions.values()].every(lambda => lambda.running === 0) &&
    delivery.active === 0
  const deadLetters = deadLetterQueues(plan)
  return {
    apiUrl: api ? `http://${LOOPBACK}:${api.port}` : null,
    clients,
    sdkEnvironment: sdk,
    refs: type => Object.fromEntries(plan.all(type).map(({ logicalId, identity }) => [logicalId, identity.ref])),
    outputs: plan.outputs,
    onPublished: listener => sns.onPublished(listener),
    mail: address => delivery.mailbox.read(address),
    failures: () => ({
      deadLetters: Object.fromEntries(deadLetters.map(name => [name, messaging.queues.depth(name)])),
      batches: pollers.reduce((sum, poller) => sum + poller.failures, 0),
      undelivered: delivery.lost,
    }),
    idle: async () => {
      while (!isIdle()) await sleep(10)
    },
    close: () => closeAll(closing),
  }
}

/** Whether nothing has run on it yet. */
function openFolder(dataDir: string | null, closing: Closing): boolean {
  if (!dataDir) return true
  const isNew = !existsSync(dataDir)
  closing.push(lockFolder(dataDir))
  return isNew
}

async function startEngines({ template, dataDir, port = 0 }: LocalCloudOptions, closing: Closing) {
  const hasApi = resourcesOf(template, 'AWS::ApiGatewayV2::Api').length > 0
  const tables = await startTables(dataDir && join(dataDir, 'tables'))
  closing.push(tables.close)
  const messaging = await startMessaging(dataDir)
  closing.push(messaging.close)
  const api = hasApi ? await startHttpServer(port) : null
  if (api) closing.push(api.close)
  return { tables, messaging, api }
}
