import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClients, destroyClients, endpoints, sdkEnvironment, sqsAs } from './clients.ts'
import { type Closing, closeAll } from './closing.ts'
import type { LocalCloud, LocalCloudOptions } from './contract.ts'
import { startMessaging } from './engines/messaging.ts'
import { startTables } from './engines/tables.ts'
import { logFile, openFolder, tellEndpoints } from './folder.ts'
import { startHttpServer } from './functions/http-server.ts'
import { invokeApi } from './functions/invoke-api.ts'
import { createBuckets } from './resources/buckets.ts'
import { createEventSources } from './resources/event-sources.ts'
import { bundleFunctions, createFunctions } from './resources/functions.ts'
import { createHttpApi } from './resources/http-api.ts'
import { createQueues, deadLetterQueues } from './resources/queues.ts'
import { createSchedules } from './resources/schedules.ts'
import { createTables } from './resources/tables.ts'
import { createTopics } from './resources/topics.ts'
import { Guard } from './rights/guard.ts'
import { grantsOf } from './rights/policies.ts'
import { queueSender } from './sns/queue-sender.ts'
import { startSns } from './sns/start-sns.ts'
import { blueprint } from './template/blueprint.ts'
import { LOOPBACK } from './template/place.ts'
import { resourcesOf } from './template/template.ts'

export type { LocalCloud, LocalCloudOptions }

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

async function start(options: LocalCloudOptions, closing: Closing): Promise<LocalCloud> {
  const { template, dataDir, concurrency = 1, retryAfterSeconds = 2 } = options
  const isNew = openFolder(dataDir, closing)
  const log = options.log ?? (dataDir ? logFile(join(dataDir, 'functions.log'), closing) : () => {})
  const bundled = bundleFunctions(template, options.projectRoot)
  // Its failure is thrown below, when the engines can be closed.
  bundled.catch(() => {})
  const { api, invocations, tables, messaging } = await startEngines(options, closing)
  const at = endpoints({ dynamodb: tables.port, lambda: invocations.port, messaging: messaging.port })
  const clients = createClients(at)
  closing.push(() => destroyClients(clients))
  const sdk = sdkEnvironment(at)
  const plan = blueprint(template, { messaging: messaging.port, api: api?.port ?? 0 })

  createQueues(messaging.queues, plan)
  const notifications = createBuckets(messaging, plan)
  await createTables(clients.dynamodb, plan)
  const directory = await bundled
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
  const guard = new Guard(grantsOf(plan), log)
  tables.guard(guard)
  messaging.connect({ guard, onObjectCreated: notifications.created, answerSns: form => sns.answer(form) })

  const functions = createFunctions(plan, { directory, shared: sdk, log })
  closing.push(() => Promise.all([...functions.values()].map(lambda => lambda.close())))
  const sources = {
    sqsAs: (name: string) => sqsAs(name, at),
    retries: clients.sqs,
    queues: messaging.queues,
    functions,
    concurrency,
    retryAfterSeconds,
    log,
  }
  const pollers = createEventSources(plan, sources)
  closing.push(() => Promise.all(pollers.map(poller => poller.stop())))
  invocations.handle(invokeApi(functions, guard, log))
  api?.handle(createHttpApi(plan, functions, log))
  // Before the functions that answer their requests.
  closing.push(invocations.close)
  if (api) closing.push(api.close)

  messaging.queues.recover()
  messaging.objects.recover()
  if (isNew) notifications.test()
  delivery.recover()
  for (const subscription of subscriptions.all()) sns.askToConfirm(subscription)
  const schedules = createSchedules(plan, functions, log)
  closing.push(() => schedules.stop())
  for (const lambda of functions.values()) if (!schedules.calls(lambda)) lambda.warm()
  for (const poller of pollers) poller.start()
  schedules.start()
  tellEndpoints(dataDir, sdk, closing)

  const polled = [...new Set(pollers.map(({ settings }) => settings.queue.name))]
  const isIdle = () =>
    polled.every(name => messaging.queues.depth(name) === 0) &&
    [...functions.values()].every(lambda => lambda.running === 0) &&
    delivery.active === 0
  return {
    apiUrl: api ? `http://${LOOPBACK}:${api.port}` : null,
    clients,
    sdkEnvironment: sdk,
    refs: type => Object.fromEntries(plan.all(type).map(({ logicalId, identity }) => [logicalId, identity.ref])),
    outputs: plan.outputs,
    onPublished: listener => sns.onPublished(listener),
    mail: address => delivery.mailbox.read(address),
    failures: () => ({
      deadLetters: Object.fromEntries(
        deadLetterQueues(plan, subscriptions.all()).map(name => [name, messaging.queues.depth(name)]),
      ),
      batches: pollers.reduce((sum, poller) => sum + poller.failures, 0),
      undelivered: delivery.lost,
    }),
    idle: async () => {
      while (!isIdle()) await sleep(10)
    },
    close: () => closeAll(closing),
  }
}

async function startEngines({ template, dataDir, port = 0 }: LocalCloudOptions, closing: Closing) {
  const hasApi = resourcesOf(template, 'AWS::ApiGatewayV2::Api').length > 0
  const tables = await startTables(dataDir && join(dataDir, 'tables'))
  closing.push(tables.close)
  const messaging = await startMessaging(dataDir)
  closing.push(messaging.close)
  const invocations = await startHttpServer(0)
  closing.push(invocations.close)
  const api = hasApi ? await startHttpServer(port) : null
  if (api) closing.push(api.close)
  return { tables, messaging, invocations, api }
}
