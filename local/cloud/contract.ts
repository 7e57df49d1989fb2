import type { Clients } from './clients.ts'
import type { Publication } from './sns/publication.ts'
import type { Template } from './template/template.ts'

export interface LocalCloudOptions {
  /** As synthesised. */
  template: Template
  /** Where the entries of the functions are relative to. */
  projectRoot: string
  /** What is stored, queued and mailed is kept here; null keeps it in memory. */
  dataDir: string | null
  /** Of the HTTP API; 0 or nothing lets the system choose. */
  port?: number
  /** How many batches of each queue are handled at a time (1). */
  concurrency?: number
  /** When a failed message comes back (2); null: by its queue's visibility timeout, as in AWS, which is minutes. */
  retryAfterSeconds?: number | null
  /** Between the attempts on a webhook (20 s, as in AWS). */
  webhookRetryMs?: number
  /** What the functions write, and what goes wrong; if not given, it goes to `functions.log` in the data folder. */
  log?(line: string): void
}

export interface LocalCloud {
  /** Null when the stack has no HTTP API. */
  apiUrl: string | null
  clients: Clients
  /** For SDK clients of other processes. */
  sdkEnvironment: Record<string, string>
  /** What `Ref` gives, by logical id, for all resources of a type. */
  refs(type: string): Record<string, string>
  outputs: Record<string, string>
  /** Hears of every message that SNS accepts; gives the function that ends it. */
  onPublished(listener: (publication: Publication) => void): () => void
  /** What e-mail or SMS subscribers got. */
  mail(address: string): string
  failures(): Failures
  /** Resolves when nothing is queued for a function, none runs and no webhook is being called. */
  idle(): Promise<void>
  close(): Promise<void>
}

export interface Failures {
  /** Messages in each dead-letter queue, by its name. */
  deadLetters: Record<string, number>
  /** Batches that a function failed, wholly or in part, since the start. */
  batches: number
  /** Alerts given up on that no dead-letter queue took. */
  undelivered: number
}
