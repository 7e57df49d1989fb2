import { App, type Stack, Validations } from 'aws-cdk-lib'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import type { IConstruct } from 'constructs'
import { describe, expect, it } from 'vitest'
import { buildApp } from '../../lib/build-app.ts'
import { packs } from '../../lib/checks.ts'
import { PipelineStack } from '../../lib/pipeline-stack.ts'
import { STAGE_NAMES, stageNamed } from '../../lib/stages.ts'

const context = { 'aws:cdk:bundling-stacks': [] }

/** What the packs find in the stack, as "rule path"; and which acknowledgements it took. */
function findings(stage: (typeof STAGE_NAMES)[number], change: (stack: Stack) => void = () => {}): string[] {
  const app = new App({ context })
  change(new PipelineStack(app, 'Claimwire', { stage: stageNamed(stage) }))
  return packs(app).flatMap(pack =>
    pack
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
      ),
  )
}

interface Acknowledged {
  construct: IConstruct
  reasons: Record<string, string>
}

function acknowledged(stack: Stack): Acknowledged[] {
  return stack.node
    .findAll()
    .flatMap(construct =>
      construct.node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .map(({ data }) => ({ construct, reasons: data })),
    )
}

describe.each(STAGE_NAMES)('the rule packs, on %s', stage => {
  it('find nothing that isn’t acknowledged', () => {
    expect(findings(stage)).toEqual([])
  })

  it('see a bucket and a queue that nobody acknowledged', () => {
    const found = findings(stage, stack => {
      new Bucket(stack, 'Bare')
      new Queue(stack, 'Plain')
    })
    expect(found).toContain('AwsSolutions-S1 Claimwire/Bare/Resource')
    expect(found).toContain('AwsSolutions-SQS4 Claimwire/Plain/Resource')
    expect(found).toContain('Serverless-SQSRedrivePolicy Claimwire/Plain/Resource')
  })
})

describe('the synthesis', () => {
  const appWith = (change: (stack: IConstruct) => void): App => {
    const app = buildApp({ context, builtinCloudFormationValidation: false })
    change(app.node.findChild('Claimwire-dev'))
    return app
  }

  it('passes as it is, and fails with a finding of either pack that nobody acknowledged', () => {
    expect(() => appWith(() => {}).synth()).not.toThrow()
    const plain = appWith(stack => void new Queue(stack, 'Plain'))
    expect(() => plain.synth()).toThrow(/AwsSolutions-SQS4.*Serverless-SQSRedrivePolicy/s)
  })
})

describe('each acknowledgement', () => {
  const list = (stack: Stack) =>
    acknowledged(stack).flatMap(({ construct, reasons }) =>
      Object.entries(reasons).map(([rule, reason]) => ({ path: construct.node.path, rule, reason })),
    )
  const all = list(new PipelineStack(new App({ context }), 'Claimwire', { stage: stageNamed('prod') }))

  it('has its reason', () => {
    expect(all.length).toBeGreaterThan(5)
    for (const { rule, reason } of all) expect(reason, rule).toMatch(/^[A-Z].{20,}\.$/)
  })

  it.each(all)('is needed: $rule on $path', ({ path, rule }) => {
    const found = findings('prod', stack => {
      const construct = stack.node.findAll().find(({ node }) => node.path === path)!
      for (const { type, data } of construct.node.metadata)
        if (type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY) delete data[rule]
    })
    expect(found.map(each => each.split(' ')[0])).toContain(rule.replace(/^annotation::/i, ''))
  })
})
