import type { IGrantable } from 'aws-cdk-lib/aws-iam'

/** One environment variable and the right that its value needs, given together so that they can't drift. */
export interface Binding {
  value: string
  grant(to: IGrantable): void
}
export type Bindings<Env> = Record<keyof Env & string, Binding>
