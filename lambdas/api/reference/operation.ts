import type { Json } from './openapi.ts'
import type { Schema } from './schema-text.ts'

/** What is read of an OpenAPI document. */
export interface Parameter {
  name: string
  in: string
  description?: string
  schema: Schema
  examples?: Examples
}
export type Examples = Record<string, { summary: string; value: Json }>
export type Content = Record<string, { schema: Schema; examples?: Examples }>
export interface Operation {
  summary: string
  description?: string
  parameters: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content; $ref?: string }>
}
