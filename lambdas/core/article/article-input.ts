import * as z from 'zod'
import { metadataFields } from './metadata.ts'

/** An article as JSON: `text`, or `contentType` and `body`. The one source of this shape, for the API, the CLI and files. */
export const ArticleInput = z
  .object({
    ...metadataFields,
    text: z.string().optional(),
    contentType: z.string().max(200).optional(),
    body: z.string().optional(),
  })
  .superRefine(({ text, contentType, body }, context) => {
    const fault = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (text === undefined && body === undefined) fault('text', 'expected the article’s text, or contentType and body')
    if (text !== undefined && body !== undefined) fault('body', 'expected either text or body, got both')
    if (body !== undefined && contentType === undefined) fault('contentType', 'expected the content type of body')
  })
export type ArticleInput = z.input<typeof ArticleInput>
