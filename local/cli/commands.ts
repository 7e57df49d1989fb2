import type { Command } from './command.ts'

interface Entry {
  about: string
  /** Loaded when it is run, so that one command doesn't wait for what another needs. */
  load: () => Promise<Command>
}

const of = (module: Promise<{ default: unknown }>) => module.then(loaded => loaded.default as Command)

/** In the order of the help. */
export const commands = new Map<string, Entry>([
  ['start', { about: 'run all of Claimwire on this machine', load: () => of(import('./commands/start.ts')) }],
  ['ingest', { about: 'upload articles', load: () => of(import('./commands/ingest.ts')) }],
  ['watch', { about: 'print alerts as they come', load: () => of(import('./commands/watch.ts')) }],
  [
    'subscribe',
    { about: 'send alerts to somebody, or change which ones', load: () => of(import('./commands/subscribe.ts')) },
  ],
  ['subscriptions', { about: 'list who gets which alerts', load: () => of(import('./commands/subscriptions.ts')) }],
  ['unsubscribe', { about: 'end a subscription', load: () => of(import('./commands/unsubscribe.ts')) }],
  ['alerts', { about: 'list alerts', load: () => of(import('./commands/alerts.ts')) }],
  ['alert', { about: 'show one alert', load: () => of(import('./commands/alert.ts')) }],
  ['claims', { about: 'list claims: who says what', load: () => of(import('./commands/claims.ts')) }],
  ['claim', { about: 'show one claim with its history', load: () => of(import('./commands/claim.ts')) }],
  ['figures', { about: 'list figures, with who gave them', load: () => of(import('./commands/figures.ts')) }],
  ['entities', { about: 'list who and what is named', load: () => of(import('./commands/entities.ts')) }],
  ['entity', { about: 'show one entity with its claims', load: () => of(import('./commands/entity.ts')) }],
  ['articles', { about: 'list articles', load: () => of(import('./commands/articles.ts')) }],
  [
    'article',
    { about: 'show one article with all that was found in it', load: () => of(import('./commands/article.ts')) },
  ],
  [
    'extract',
    {
      about: 'print what an article says, as JSON; nothing is stored',
      load: () => of(import('./commands/extract.ts')),
    },
  ],
  ['judge', { about: 'judge pairs of claims: is the second one new?', load: () => of(import('./commands/judge.ts')) }],
  ['replay', { about: 'judge a story, article by article, in memory', load: () => of(import('./commands/replay.ts')) }],
  [
    'topics',
    {
      about: 'list the watched topics; check, add and remove your own',
      load: () => of(import('./commands/topics.ts')),
    },
  ],
  [
    'status',
    {
      about: 'tell what waits, what failed, and what came of the last day',
      load: () => of(import('./commands/status.ts')),
    },
  ],
  ['redrive', { about: 'send what failed back to be tried anew', load: () => of(import('./commands/redrive.ts')) }],
  [
    'completions',
    {
      about: 'print what your shell needs to complete commands',
      load: () => of(import('./commands/completions.ts')),
    },
  ],
])
