#!/usr/bin/env node
import { register } from 'tsx/esm/api'

// The SDK tells everybody on Node.js 20 that its later versions want a newer one; ours is pinned.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
register()
const { run } = await import('../cli/process.ts')
await run()
