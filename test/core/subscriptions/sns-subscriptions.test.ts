import {
  GetSubscriptionAttributesCommand,
  InvalidParameterException,
  ListSubscriptionsByTopicCommand,
  NotFoundException,
  SetSubscriptionAttributesCommand,
  SNSClient,
  SubscribeCommand,
  SubscriptionLimitExceededException,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { SnsSubscriptions } from '../../../lambdas/core/subscriptions/sns-subscriptions.ts'
import {
  AddressRefused,
  AlreadySubscribed,
  NotChangeable,
  TooManyFilters,
} from '../../../lambdas/core/subscriptions/subscriptions.ts'

// What the local SNS can't show; all else is tested on it, over the API.
const TOPIC = 'arn:aws:sns:eu-central-1:000000000000:alerts'
const sns = mockClient(SNSClient)
const subscriptions = new SnsSubscriptions(new SNSClient({ region: 'eu-central-1' }), TOPIC, 'arn:aws:sqs:x')
const failure = { $metadata: {}, message: 'Invalid parameter: whatever SNS says' }
const wanted = { protocol: 'email', address: 'you@example.org', filter: {} } as const
beforeEach(() => {
  sns.reset()
  sns.on(ListSubscriptionsByTopicCommand).resolves({ Subscriptions: [] })
})

describe('a subscription', () => {
  it('is pending under the ARN that SNS gives, though SNS lists it without one', async () => {
    sns.on(SubscribeCommand).resolves({ SubscriptionArn: `${TOPIC}:ab-12` })
    const Attributes = { Protocol: 'email', Endpoint: 'you@example.org', PendingConfirmation: 'true' }
    sns.on(GetSubscriptionAttributesCommand).resolves({ Attributes })
    expect(await subscriptions.subscribe(wanted)).toMatchObject({ id: 'ab-12', status: 'pending', filter: {} })
    const listed = [
      { SubscriptionArn: 'PendingConfirmation' },
      { SubscriptionArn: 'Deleted' },
      { SubscriptionArn: `${TOPIC}:cd` },
    ]
    sns.on(ListSubscriptionsByTopicCommand).resolves({ Subscriptions: listed })
    expect(await subscriptions.confirmed()).toEqual({ ids: ['cd'], complete: true })
  })

  it('of an address that SNS refuses is told with what SNS says', async () => {
    sns.on(SubscribeCommand).rejects(new InvalidParameterException(failure))
    await expect(subscriptions.subscribe(wanted)).rejects.toThrow(AddressRefused)
  })

  it('of an address that waits elsewhere for its confirmation is told as one that stands, without an id', async () => {
    sns.on(SubscribeCommand).rejects(new InvalidParameterException(failure))
    const Subscriptions = [{ SubscriptionArn: 'PendingConfirmation', Protocol: 'email', Endpoint: 'you@example.org' }]
    sns.on(ListSubscriptionsByTopicCommand).resolves({ Subscriptions })
    const refused = await subscriptions.subscribe(wanted).catch(error => error)
    expect(refused).toBeInstanceOf(AlreadySubscribed)
    expect(refused.id).toBeNull()
  })

  it('beyond the account’s quota is told as that', async () => {
    sns.on(SubscribeCommand).rejects(new SubscriptionLimitExceededException(failure))
    await expect(subscriptions.subscribe(wanted)).rejects.toThrow(TooManyFilters)
  })

  it('that takes no filter yet is told as that', async () => {
    sns.on(SetSubscriptionAttributesCommand).rejects(new InvalidParameterException(failure))
    await expect(subscriptions.setFilter('ab', {})).rejects.toThrow(NotChangeable)
  })

  it('that is gone when it is ended is ended', async () => {
    sns.on(UnsubscribeCommand).rejects(new NotFoundException(failure))
    await expect(subscriptions.unsubscribe('ab')).resolves.toBeUndefined()
  })
})

it('lists two thousand subscriptions, and says where there are more', async () => {
  const page = Array.from({ length: 100 }, (_, i) => ({ SubscriptionArn: `${TOPIC}:${i}` }))
  sns.on(ListSubscriptionsByTopicCommand).resolves({ Subscriptions: page, NextToken: 'more' })
  const { ids, complete } = await subscriptions.confirmed()
  expect({ listed: ids.length, complete }).toEqual({ listed: 2000, complete: false })
})
