import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** Rules that don't hold for a construct and what is in it, each with the reason. */
export function acknowledge(construct: IConstruct, reasons: Record<string, string>): void {
  for (const [id, reason] of Object.entries(reasons)) Validations.of(construct).acknowledge({ id, reason })
}
