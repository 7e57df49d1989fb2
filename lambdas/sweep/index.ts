import { createDeps } from './deps.ts'
import { readEnv } from './env.ts'
import { createHandler } from './handler.ts'

export const handler = createHandler(createDeps(readEnv()))
