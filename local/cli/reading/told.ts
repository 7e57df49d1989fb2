import { Rejection } from '../../../lambdas/core/article/rejection.ts'
import { NoFile } from './bytes.ts'

/** What to tell of an input that failed. A fault of ours in one of many must not lose the others, so it is told too, whole. */
export function told(error: unknown): string {
  if (error instanceof Rejection || error instanceof NoFile) return error.message
  return `a fault of Claimwire itself: ${error instanceof Error ? error.stack : error}`
}
