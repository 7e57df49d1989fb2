import { beforeAll, describe, expect, it } from 'vitest'
import type { Call } from '../../local/cloud/rights/call.ts'
import type { Template } from '../../local/cloud/template/template.ts'
import { synthesised } from './folder.ts'
import { ELSEWHERE, type Right, rightsOf, ungranted, unused } from './rights.ts'

let template: Template
let rights: Right[]
/** Calls that use each right once and do nothing else. */
let calls: Call[]
beforeAll(async () => {
  template = await synthesised()
  rights = rightsOf(template)
  calls = rights.map(({ holder, actions, resources, partitions }) => ({
    caller: holder,
    action: actions[0]!,
    resource: resources[0]!.replaceAll('*', 'some'),
    ...(partitions && { partition: partitions[0]!.replaceAll('*', 'some') }),
  }))
})
const holderOf = (start: string): string => rights.find(({ holder }) => holder.startsWith(start))!.holder

interface Statement {
  Action: string | string[]
  Resource: unknown
}
/** The statements of a function's policies in a copy of the template. */
const statementsIn = (copy: Template, holder: string): Statement[] =>
  Object.entries(copy.Resources)
    .filter(([id, { Type }]) => Type === 'AWS::IAM::Policy' && id.startsWith(holder))
    .flatMap(([, { Properties }]) => (Properties!.PolicyDocument as { Statement: Statement[] }).Statement)

const HOLDERS = ['Ingest', 'Alert', 'Api', 'Sweep']

// The whole suite's calls are held against the grants when it is over: setup.ts.
describe('granted and used', () => {
  it('are the same where each right is used and nothing else is asked', () => {
    expect(HOLDERS.map(start => rights.filter(({ holder }) => holder.startsWith(start)).length > 5)).not.toContain(
      false,
    )
    expect({ unused: unused(rights, calls), ungranted: ungranted(rights, calls) }).toEqual({
      unused: [],
      ungranted: [],
    })
  })

  it.each(HOLDERS)(
    'differ where any grant of %s is dropped from the template, and each call that needs it is named',
    start => {
      const statements = statementsIn(template, start)
      expect(statements.length).toBeGreaterThan(3)
      for (const [i, { Action }] of statements.entries()) {
        for (const action of [Action].flat()) {
          const copy = structuredClone(template)
          statementsIn(copy, start)[i]!.Action = [Action].flat().filter(other => other !== action)
          const found = ungranted(rightsOf(copy), calls)
          const named = new RegExp(`^${holderOf(start)} is not granted ${action} on `)
          expect(found, `without ${action}`).toEqual([expect.stringMatching(named), ...found.slice(1)])
        }
      }
    },
  )

  it.each(HOLDERS)('differ where a grant is added to %s, and it is named', start => {
    const copy = structuredClone(template)
    statementsIn(copy, start)[0]!.Action = ['s3:DeleteObject']
    statementsIn(copy, start)[0]!.Resource = 'arn:aws:s3:::some/*'
    expect(unused(rightsOf(copy), calls)).toEqual([
      `${holderOf(start)} never uses that it is granted s3:DeleteObject on arn:aws:s3:::some/*`,
    ])
  })

  it('differ where a call is left out that a right is for, and the right is named', () => {
    for (const { holder, actions } of rights.filter(({ actions }) => !(actions[0]! in ELSEWHERE))) {
      const others = calls.filter(({ caller, action }) => caller !== holder || action !== actions[0])
      const named = `${holder} never uses that it is granted ${actions} `
      expect(unused(rights, others)).toContainEqual(expect.stringContaining(named))
    }
  })

  it('are not concerned with who is no function of the stack', () => {
    const stranger = { caller: 'EchoFunction', action: 's3:PutObject', resource: 'arn:aws:s3:::uploads/a' }
    expect(ungranted(rights, [stranger, { ...stranger, caller: 'local' }])).toEqual([])
    expect(ungranted(rights, [{ ...stranger, caller: holderOf('Alert') }])).toHaveLength(1)
  })

  it.each(Object.entries(ELSEWHERE))('leave out %s, which is granted because %s', action => {
    expect(rights.some(({ actions }) => actions[0] === action)).toBe(true)
  })
})
