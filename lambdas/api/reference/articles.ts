import * as z from 'zod'
import type { Documentation } from './documented.ts'
import {
  Claim,
  Entity,
  Figure,
  ItemArticle,
  ListedArticle,
  listOf,
  Reference,
  RejectedUpload,
  Time,
} from './schemas.ts'

const StoredArticle = z
  .object({
    status: z.literal('stored'),
    revision: z.string().describe('Names this text of the article'),
    uploadedAt: Time,
    article: ItemArticle.extend({ language: z.string(), text: z.string() }),
    partial: z
      .object({ readTo: z.int().describe('Where reading stopped, in UTF-16 code units') })
      .optional()
      .describe('There only where reading took too long: nothing behind that place of the text was read'),
    entities: z.array(Entity),
    references: z.array(Reference).describe('Pronouns and short forms that stand for an entity'),
    figures: z.array(Figure),
    claims: z.array(Claim),
  })
  .meta({ id: 'StoredArticle' })
const RejectedArticle = RejectedUpload.extend({ status: z.literal('rejected') }).meta({ id: 'RejectedArticle' })

export const articles = {
  listArticles: {
    answer: z.union([listOf(ListedArticle), listOf(RejectedUpload)]),
    examples: {
      'the latest two': { query: { limit: '2' } },
      'what was rejected': { query: { status: 'rejected' } },
    },
  },
  getArticle: {
    answer: z.discriminatedUnion('status', [StoredArticle, RejectedArticle]),
    examples: { 'one that was stored': { params: { id: 'ae2056bdbacb861a5841b' } } },
  },
  postArticle: {
    answer: z.object({ id: z.string(), revision: z.string(), href: z.string().describe('Where it can be read') }),
    examples: {
      JSON: { body: { title: 'Talks resume', text: 'Mediators said the talks had resumed.' } },
      text: {
        body: 'The Red Cross said the corridor was open.',
        contentType: 'text/plain',
        query: { source: 'Example Wire', publishedAt: '2023-09-24' },
      },
      HTML: {
        body: '<html><body><article><h1>Talks end</h1><p>The ministry said the talks were over.</p></article></body></html>',
        contentType: 'text/html',
        query: { url: 'https://example.org/talks-end' },
      },
    },
  },
} satisfies Documentation
