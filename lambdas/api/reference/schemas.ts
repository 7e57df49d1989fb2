import * as z from 'zod'
import { FIGURE_KINDS } from '../../core/figure-kinds.ts'

/** What answers are made of. Only scripts and tests load these; the function takes their types. */

export const Time = z.iso.datetime().describe('ISO 8601, UTC')
const Span = z.tuple([z.int(), z.int()]).readonly().describe('[start, end) in UTF-16 code units of the article’s text')
const Spans = z.array(Span)
const range = { start: z.int(), end: z.int() }

export const Polarity = z.enum(['affirmed', 'denied'])
export const Modality = z.enum(['asserted', 'possible', 'planned', 'demanded', 'hypothetical', 'question'])
export const Verdict = z.enum(['new', 'repeat', 'update', 'contradiction'])
export const EntityType = z.enum(['person', 'place', 'organization'])
export const FigureKind = z.enum(FIGURE_KINDS)
export const Qualifier = z.enum(['exact', 'about', 'at least', 'at most', 'more than', 'less than', 'range', 'vague'])
const Quote = z.enum(['direct', 'mixed', 'indirect', 'none'])
const CueClass = z.enum(['say', 'deny', 'order', 'promise', 'estimate', 'believe', 'ask'])

const head = {
  id: z.string(),
  title: z.string().nullable(),
  source: z.string().nullable().describe('The outlet'),
  url: z.string().nullable(),
  publishedAt: Time.nullable(),
}
export const ItemArticle = z.object(head).meta({ id: 'ArticleHead', description: 'The article that an item stands in' })
export const ListedArticle = z
  .object({
    ...head,
    revision: z.string(),
    at: Time.describe('The article’s time; where it has none, the upload’s'),
    uploadedAt: Time,
    entities: z.int().describe('How many'),
    figures: z.int(),
    claims: z.int(),
  })
  .meta({ id: 'ListedArticle' })

const Named = z.object({ name: z.string(), entity: z.string().optional() })
export const ListedEntity = z.object({
  id: z.string(),
  type: EntityType,
  name: z.string(),
  role: z.string().optional().describe('A person’s title or post'),
})
export const Entity = z
  .object({
    ...ListedEntity.shape,
    name: z.string().describe('The fullest form in this article'),
    aliases: z.array(z.string()),
    affiliation: z.string().optional(),
    mentions: z.array(z.object({ ...range, text: z.string(), rule: z.string() })),
  })
  .meta({ id: 'Entity' })
export const Reference = z.object({ ...range, text: z.string(), entity: z.string(), rule: z.string() })
export const Figure = z
  .object({
    ...range,
    text: z.string(),
    value: z.number(),
    low: z.number(),
    high: z.number(),
    qualifier: Qualifier,
    unit: z.string().nullable(),
    of: z.string().nullable().describe('What is counted'),
    kind: FigureKind,
    source: Named.nullable().describe('Who gave it; null: the outlet'),
    sentence: z.object(range),
    rule: z.string(),
  })
  .meta({ id: 'Figure' })
export const SlotFigure = z
  .object({
    value: z.number(),
    low: z.number(),
    high: z.number(),
    qualifier: Qualifier,
    unit: z.string().nullable(),
    of: z.string().nullable().describe('Stems of what is counted'),
    kind: FigureKind,
  })
  .meta({ id: 'ComparedFigure', description: 'A figure as claims are compared by it' })

const claimFields = {
  id: z.string(),
  quote: Quote,
  polarity: Polarity,
  modality: Modality,
  background: z.boolean().describe('Told as history: never alerted'),
  topics: z.array(z.string()),
  figures: z.array(z.int()).describe('Indices into the article’s figures'),
  entities: z.array(z.string()).describe('Ids of the entities that it names'),
  sentence: z.object(range),
  rule: z.string(),
}
export const Claim = z
  .object({
    ...claimFields,
    source: Named.extend({
      role: z.string().optional(),
      kind: z.enum(['named', 'collective', 'anonymous']),
      text: z.string(),
      spans: Spans,
      chain: z.array(Named).optional().describe('Those through whom it came, nearest the outlet first'),
    }).nullable(),
    cue: z.object({ text: z.string(), spans: Spans, class: CueClass }).nullable(),
    content: z.object({ text: z.string(), spans: Spans }),
  })
  .meta({ id: 'Claim', description: 'Who, by which cue, what' })
export const FoundClaim = z
  .object({ ...claimFields, source: z.string().nullable(), content: z.string(), article: ItemArticle })
  .meta({ id: 'FoundClaim', description: 'A claim that stands in an article' })

export const EarlierClaim = z
  .object({
    id: z.string(),
    text: z.string(),
    speaker: z.string().nullable(),
    outlet: z.string().nullable(),
    at: Time,
    url: z.string().nullable(),
  })
  .meta({ id: 'EarlierClaim', description: 'The claim that a verdict refers to' })
const judgedFields = {
  id: z.string(),
  source: z.string().nullable().describe('Who says it; null: the outlet'),
  text: z.string().describe('The sentence that it stands in'),
  content: z.string(),
  polarity: Polarity,
  modality: Modality,
  entities: z.array(z.string()),
  verdict: Verdict,
  because: z.string(),
  ref: EarlierClaim.nullable(),
  contradicts: z.array(z.string()).describe('Ids of claims that stand against it'),
  outlets: z.int().describe('Independent outlets that had it when it was judged'),
}
export const JudgedClaim = z
  .object({
    ...judgedFields,
    root: z.string().describe('Id of the claim that its series began with'),
    topics: z.array(z.string()),
    article: ItemArticle,
  })
  .meta({ id: 'JudgedClaim', description: 'A claim under a topic, with its verdict' })
export const Sighting = z
  .object({
    ...judgedFields,
    root: z.string().describe('Id of the claim that its series began with'),
    at: Time.describe('The article’s time; where it has none, the upload’s'),
    article: ItemArticle,
  })
  .meta({ id: 'Sighting', description: 'One article stating a claim' })
export const Alert = z
  .object({
    id: z.string().describe('The same however often it is sent'),
    topic: z.string(),
    correction: z.boolean().describe('A later text of an article that was known'),
    article: ItemArticle,
    claims: z.array(z.object(judgedFields)),
    withdrawn: z
      .array(EarlierClaim.extend({ entities: z.array(z.string()) }))
      .describe('What an earlier text claimed and this one no longer does'),
    more: z.int().describe('How many more claims the article has than fit'),
    status: z.enum(['pending', 'sent']),
  })
  .meta({ id: 'Alert' })

export const RejectedUpload = z
  .object({ id: z.string(), key: z.string(), code: z.string(), reason: z.string(), uploadedAt: Time })
  .meta({ id: 'RejectedUpload' })

/** A page of a list. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().optional().describe('The cursor of the next page; absent at the end'),
  })
