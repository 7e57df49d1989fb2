import type { Metadata } from './metadata.ts'

/** What a reader of one format makes of an upload: the readable text and what the document tells about itself. */
export interface Document {
  text: string
  metadata: Metadata
}
