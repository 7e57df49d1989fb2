import type { PublishCommandInput, SNSClient } from '@aws-sdk/client-sns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alertOf } from '../../../lambdas/core/notify/alert.ts'
import { emailSubject, emailText } from '../../../lambdas/core/notify/email.ts'
import { facetsOf } from '../../../lambdas/core/notify/facets.ts'
import { subjectLine } from '../../../lambdas/core/notify/plain.ts'
import { attributes, SnsPublisher } from '../../../lambdas/core/notify/sns-publisher.ts'
import { accept } from '../../../local/cloud/sns/publication.ts'
import { aHead, aJudgedClaim, aRuling } from '../../support/records.ts'

const ref = {
  id: 'c_0',
  text: 'The ministry said 200 had crossed.',
  speaker: 'the ministry',
  outlet: 'Example Wire',
  at: '2023-09-22T10:00:00.000Z',
  url: null,
}

describe('an alert', () => {
  it('holds the alerted claims of a ruling and leaves the repeats out', () => {
    const claims = [aJudgedClaim(), aJudgedClaim({ id: 'c_2', verdict: 'repeat', alerted: false })]
    expect(alertOf(aRuling({ claims })).claims.map(({ id }) => id)).toEqual(['c_1'])
  })

  it('stays well under what SNS takes, and says how many claims did not fit', () => {
    const claims = Array.from({ length: 500 }, (_, i) => aJudgedClaim({ id: `c_${i}`, text: 'ж'.repeat(600) }))
    const alert = alertOf(aRuling({ claims }))
    expect(Buffer.byteLength(JSON.stringify(alert)) + Buffer.byteLength(emailText(alert))).toBeLessThan(200_000)
    expect(alert.claims.length + alert.more).toBe(500)
    expect(emailText(alert)).toContain(`${alert.more} more in the article`)
  })
})

describe('the e-mail of an alert', () => {
  it('gives who says it, what, the sentence, why it is new, the outlet, the date and the link', () => {
    const text = emailText(alertOf(aRuling()))
    expect(text).toContain('NEW · the ministry:')
    expect(text).toContain(
      '  the road was open\n  Sentence: The ministry said the road was open.\n  Why: nothing like it was claimed before',
    )
    expect(text).toContain('Example Wire, 2023-09-24')
    expect(text).toContain('https://example.org/road')
  })

  it('shows the earlier claim beside an update', () => {
    const because = 'new figure from the same source: 213, was 200 on 22 Sep'
    const text = emailText(alertOf(aRuling({ claims: [aJudgedClaim({ verdict: 'update', because, ref })] })))
    expect(text).toContain(`Why: ${because}`)
    expect(text).toContain('Earlier: the ministry: The ministry said 200 had crossed. (Example Wire, 2023-09-22)')
  })

  it('says that a claim is the outlet’s own, denied, or no fact', () => {
    const claims = [aJudgedClaim({ speaker: null, polarity: 'denied', modality: 'demanded' })]
    expect(emailText(alertOf(aRuling({ claims })))).toContain('the outlet itself (demanded) (denied):')
  })

  it('tells the sentence once, with all that one source claims in it', () => {
    const claims = [
      aJudgedClaim(),
      aJudgedClaim({ id: 'c_2', content: 'it would stay so' }),
      aJudgedClaim({ id: 'c_3', content: 'the road' }),
      aJudgedClaim({ id: 'c_4', speaker: 'residents' }),
    ]
    const text = emailText(alertOf(aRuling({ claims })))
    expect(text).toContain('NEW · the ministry:\n  the road was open\n  it would stay so\n  Sentence: ')
    expect(text.split('Sentence: The ministry said the road was open.')).toHaveLength(3)
    expect(text).toContain('NEW · residents:')
  })

  it('gives no sentence beside a claim that is the sentence', () => {
    const text = 'The road is open.'
    const alert = alertOf(aRuling({ claims: [aJudgedClaim({ text, content: 'The road is open', speaker: null })] }))
    expect(emailText(alert)).toContain('NEW · the outlet itself:\n  The road is open.\n  Why:')
  })

  it('says only what is known: nothing of a title, an outlet or a date that the article lacks', () => {
    const article = aHead({ title: null, source: null, url: null, publishedAt: null })
    expect(emailText(alertOf(aRuling({ article }))).split('\n\n')[0]).toBe('Topic: corridor')
  })

  it('marks a correction', () => {
    const alert = alertOf(aRuling({ correction: true }))
    expect(emailText(alert)).toContain('A correction: a later text')
    expect(emailSubject(alert)).toBe('[corridor] correction, 1 new claim: The road opens')
  })

  it('names what the later text no longer claims', () => {
    const alert = alertOf(
      aRuling({ correction: true, claims: [], withdrawn: [{ ...ref, entities: ['place:lachin'] }] }),
    )
    expect(emailText(alert)).toContain(
      'WITHDRAWN, no longer in the article:\n  the ministry: The ministry said 200 had crossed.',
    )
    expect(emailSubject(alert)).toBe('[corridor] correction, 1 withdrawn: The road opens')
    expect(attributes(facetsOf(alert)).verdicts?.StringValue).toBe('["withdrawn"]')
  })

  it('says why it comes: the notes of the subscriptions that it fits', () => {
    const alert = alertOf(aRuling())
    expect(emailText(alert, [{ subscription: 'ab-12', note: 'for the\nLachin desk' }])).toContain(
      'Why you get this: it fits the subscription\n  for the Lachin desk (ab-12)\n',
    )
    expect(emailText(alert)).not.toContain('Why you get this')
  })

  it('lets no article text forge lines or turn the reading direction', () => {
    const title = 'Open\r\nBcc: all@example.org \u202Egnp.exe'
    const text = emailText(alertOf(aRuling({ article: aHead({ title }) })))
    expect(text.split('\n')[0]).toBe('Open Bcc: all@example.org gnp.exe')
  })
})

describe('the subject', () => {
  it('is what SNS takes, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), title => {
        const subject = emailSubject(alertOf(aRuling({ article: aHead({ title }) })))
        expect(subject).toMatch(/^[\x21-\x7E][\x20-\x7E]{0,98}$/)
      }),
    )
  })

  it('keeps the words of other alphabets’ punctuation', () => {
    expect(subjectLine('Baku’s “open” road — Stepanakert, café')).toBe('Baku\'s "open" road - Stepanakert, cafe')
  })
})

describe('the attributes', () => {
  it('let a filter policy pick by topic, verdict, outlet, entity and word', () => {
    expect(attributes(facetsOf(alertOf(aRuling())))).toEqual({
      topic: { DataType: 'String', StringValue: 'corridor' },
      verdicts: { DataType: 'String.Array', StringValue: '["new"]' },
      source: { DataType: 'String', StringValue: 'Example Wire' },
      entities: { DataType: 'String.Array', StringValue: '["organization:ministry"]' },
      words: {
        DataType: 'String.Array',
        StringValue: '["the","road","opens","ministry","said","was","open"]',
      },
    })
  })

  it('leave out what the article does not have', () => {
    const bare = aRuling({ article: aHead({ source: null }), claims: [aJudgedClaim({ entities: [] })] })
    expect(Object.keys(attributes(facetsOf(alertOf(bare))))).toEqual(['topic', 'verdicts', 'words'])
  })
})

describe('the message', () => {
  const sent: PublishCommandInput[] = []
  const send = async ({ input }: { input: PublishCommandInput }) => sent.push(input)
  const publisher = new SnsPublisher({ send } as unknown as SNSClient, 'arn:aws:sns:us-east-1:000000000000:alerts')

  it.each(['"', '\\', 'ж', '\u0001', '😀', 'abc def '])(
    'is one that SNS takes where all text is %j, and says what it left out',
    async unit => {
      const text = unit.repeat(600 / unit.length)
      const earlier = { id: 'c', text, speaker: text, outlet: text, at: ref.at, url: null }
      const claims = Array.from({ length: 200 }, (_, i) =>
        aJudgedClaim({ id: `c_${i}`, text: `${i} ${text}`, content: text, ref: earlier, entities: [`place:${i}`] }),
      )
      const withdrawn = Array.from({ length: 30 }, (_, i) => ({ ...earlier, text: `${i} ${text}`, entities: [] }))
      const reasons = Array.from({ length: 20 }, () => ({ subscription: 'x'.repeat(36), note: '"'.repeat(200) }))
      await publisher.publish(alertOf(aRuling({ claims, withdrawn, article: aHead({ title: text }) })), reasons)
      const { Message, Subject, MessageStructure, MessageAttributes } = sent.at(-1)!
      const given = Object.entries(MessageAttributes!)
      const values = given.map(([name, { DataType, StringValue }]) => [name, { type: DataType!, value: StringValue! }])
      const request = {
        message: Message!,
        subject: Subject,
        structure: MessageStructure,
        attributes: Object.fromEntries(values),
      }
      const { message } = accept(request, { topicArn: 't', messageId: 'm', timestamp: '' })
      const alert = JSON.parse(message.default)
      expect(alert.claims.length + alert.more).toBeGreaterThanOrEqual(200)
      expect(alert.claims.length).toBeGreaterThan(0)
      expect(JSON.parse(MessageAttributes!.verdicts!.StringValue!)).toContain('*')
    },
  )
})
