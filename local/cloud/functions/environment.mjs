// One execution environment: a worker thread that holds one module and answers one invocation at a time.
import { parentPort, workerData } from 'node:worker_threads'

const { module, context } = workerData

const describe = error => ({
  name: error?.name ?? 'Error',
  message: error?.message ?? String(error),
  stack: error?.stack,
})

try {
  const { handler } = await import(module)
  if (typeof handler !== 'function') throw new Error(`${module} exports no function named handler`)
  parentPort.on('message', async ({ id, event, deadline }) => {
    try {
      const getRemainingTimeInMillis = () => Math.max(0, deadline - Date.now())
      const result = await handler(event, { ...context, awsRequestId: id, getRemainingTimeInMillis })
      // As Lambda does: what isn't JSON doesn't leave.
      parentPort.postMessage({ result: JSON.stringify(result) })
    } catch (error) {
      parentPort.postMessage({ error: describe(error) })
    }
  })
  parentPort.postMessage({})
} catch (error) {
  parentPort.postMessage({ error: describe(error) })
}
