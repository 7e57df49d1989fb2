import { type App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag'

export const packs = (app: App): NagPack[] => [new AwsSolutionsChecks(app), new ServerlessChecks(app)]

/** Synthesis fails where a rule of these packs doesn't hold and nobody has said why. */
export function check(app: App): void {
  Validations.of(app).addPlugins(...packs(app))
}
