import { buildApp } from './build-app.ts'
import { UnknownStage } from './stages.ts'

try {
  buildApp()
} catch (error) {
  if (!(error instanceof UnknownStage)) throw error
  console.error(error.message)
  process.exitCode = 1
}
