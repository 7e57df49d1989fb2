import type { SQSEvent, SQSRecord } from 'aws-lambda'
import type { StoredArticle } from '../../lambdas/core/article/stored-article.ts'
import type { Claim } from '../../lambdas/core/extract/types.ts'
import type { ArticleHead, JudgedClaim, Ruling } from '../../lambdas/core/ledger/ledger.ts'
import type { Proposition } from '../../lambdas/core/novelty/types.ts'

export const aProposition = (given: Partial<Proposition> = {}): Proposition => ({
  speaker: 'ministry',
  side: null,
  speakerKind: 'named',
  cue: 'say',
  polarity: 'affirmed',
  modality: 'asserted',
  actions: ['open'],
  actors: ['ministry'],
  objects: ['road'],
  places: [],
  times: [],
  figures: [],
  words: 'road open convoy',
  ...given,
})

export const aHead = (given: Partial<ArticleHead> = {}): ArticleHead => ({
  id: 'road',
  revision: 'r1',
  title: 'The road opens',
  source: 'Example Wire',
  url: 'https://example.org/road',
  publishedAt: '2023-09-24T10:00:00.000Z',
  at: '2023-09-24T10:00:00.000Z',
  fingerprint: '0000000000000000',
  ...given,
})

export const aJudgedClaim = (given: Partial<JudgedClaim> = {}): JudgedClaim => ({
  id: 'c_1',
  root: 'c_1',
  speaker: 'the ministry',
  text: 'The ministry said the road was open.',
  content: 'the road was open',
  polarity: 'affirmed',
  modality: 'asserted',
  entities: ['organization:ministry'],
  verdict: 'new',
  because: 'nothing like it was claimed before',
  ref: null,
  contradicts: [],
  outlets: 1,
  alerted: true,
  proposition: aProposition(),
  ...given,
})

export const aRuling = (given: Partial<Ruling> = {}): Ruling => ({
  id: 'al_1',
  topic: 'corridor',
  article: aHead(),
  correction: false,
  withdrawn: [],
  claims: [aJudgedClaim()],
  status: 'pending',
  ...given,
})

const TEXT = 'The ministry said the road was open.'

export const aClaim = (given: Partial<Claim> = {}): Claim => ({
  id: 'c_1',
  source: { name: 'the ministry', kind: 'named', text: 'The ministry', spans: [[0, 12]] },
  cue: { text: 'said', spans: [[13, 17]], class: 'say' },
  content: { text: 'the road was open', spans: [[18, 35]] },
  quote: 'indirect',
  polarity: 'affirmed',
  modality: 'asserted',
  background: false,
  topics: ['corridor'],
  figures: [],
  entities: [],
  sentence: { start: 0, end: TEXT.length },
  rule: 'verb-before',
  ...given,
})

export const aStoredArticle = (
  given: Partial<StoredArticle> & { id?: string; text?: string; claims?: Claim[] } = {},
): StoredArticle => {
  const { id = 'road', text = TEXT, claims = [aClaim()], ...rest } = given
  const { title, source, url, publishedAt, at } = aHead()
  return {
    extraction: {
      article: { id, title, source, url, publishedAt, language: 'en', text },
      entities: [],
      references: [],
      figures: [],
      claims,
    },
    propositions: Object.fromEntries(claims.map(claim => [claim.id, aProposition()])),
    revision: 'r1',
    at,
    uploadedAt: '2023-09-24T11:00:00.000Z',
    fingerprint: '0000000000000000',
    ...rest,
  }
}

export const anSqsRecord = (body: unknown, given: Partial<SQSRecord> = {}): SQSRecord => ({
  messageId: 'm1',
  receiptHandle: 'h1',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: 'test',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:test',
  awsRegion: 'eu-central-1',
  ...given,
})

export const anSqsEvent = (...Records: SQSRecord[]): SQSEvent => ({ Records })
