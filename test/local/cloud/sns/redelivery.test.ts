import { describe, expect, test } from 'vitest'
import { deadLettersOf, retriesOf } from '../../../../local/cloud/sns/redelivery.ts'

const policy = (healthyRetryPolicy: object) => JSON.stringify({ healthyRetryPolicy })

describe('the attempts on a webhook', () => {
  test('are three, 20 seconds apart, where nothing is said', () => {
    expect(retriesOf(undefined)).toEqual([20, 20, 20])
    expect(retriesOf('{"healthyRetryPolicy":{"numRetries":2}}')).toEqual([20, 20])
  })

  test('come at once, then at the least delay, then growing, then at the largest', () => {
    const phases = { numNoDelayRetries: 1, numMinDelayRetries: 2, numMaxDelayRetries: 1, numRetries: 6 }
    expect(retriesOf(policy({ minDelayTarget: 10, maxDelayTarget: 30, ...phases }))).toEqual([0, 10, 10, 20, 30, 30])
  })

  test.each([
    ['no JSON', '{', 'failed to parse'],
    ['more than an hour', policy({ minDelayTarget: 100, maxDelayTarget: 100, numRetries: 40 }), '3600 seconds'],
    ['more than a hundred', policy({ minDelayTarget: 1, maxDelayTarget: 1, numRetries: 101 }), 'numRetries'],
    ['phases beyond the whole', policy({ numRetries: 1, numMaxDelayRetries: 2 }), 'numRetries'],
    ['a largest delay below the least', policy({ minDelayTarget: 30, maxDelayTarget: 20 }), 'maxDelayTarget'],
    ['half a retry', policy({ numRetries: 1.5 }), 'whole number'],
  ])('are refused: %s', (_, given, reason) => {
    expect(() => retriesOf(given)).toThrow(reason)
  })
})

test.each(['{', '{}', '{"deadLetterTargetArn":"queue"}'])('the redrive policy %s is refused', given => {
  expect(() => deadLettersOf(given)).toThrow('RedrivePolicy')
})
