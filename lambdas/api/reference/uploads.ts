import * as z from 'zod'
import type { Documentation } from './documented.ts'
import { Time } from './schemas.ts'

export const uploads = {
  postUpload: {
    answer: z.object({
      method: z.literal('PUT'),
      url: z.string().describe('Where the body is put to'),
      headers: z.record(z.string(), z.string()).describe('To be sent with it, as they are'),
      expiresAt: Time,
      key: z.string().describe('Its name in the bucket; a rejected upload is listed with it'),
      id: z.string().nullable().describe('Of the article, where id or url were given'),
      href: z.string().nullable().describe('Where the article can be read once it is stored'),
    }),
    examples: {
      'an HTML page': {
        body: { size: 48_213, contentType: 'text/html', url: 'https://example.org/talks', publishedAt: '2023-09-24' },
      },
    },
  },
} satisfies Documentation
