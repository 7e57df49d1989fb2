import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam'

/** One environment variable and the right that its value needs, given together so that they can't drift. */
export interface Binding {
  value: string
  grant(to: IGrantable): void
}
export type Bindings<Env> = Record<keyof Env & string, Binding>

/** A value with exactly these actions on these resources. */
export function bind(value: string, resourceArns: string[], ...actions: string[]): Binding {
  return { value, grant: grantee => Grant.addToPrincipal({ grantee, actions, resourceArns }) }
}

/** A value that needs no right. */
export const setting = (value: string | number): Binding => ({ value: String(value), grant: () => {} })

/** A value with what several bindings of it grant. */
export function together(first: Binding, ...others: Binding[]): Binding {
  const grant = (to: IGrantable) => {
    for (const binding of [first, ...others]) binding.grant(to)
  }
  return { value: first.value, grant }
}
