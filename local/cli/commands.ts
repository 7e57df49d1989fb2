import type { Command } from './command.ts'

interface Entry {
  about: string
  /** Loaded when it is run, so that one command doesn't wait for what another needs. */
  load: () => Promise<Command>
}

const of = (module: Promise<{ default: unknown }>) => module.then(loaded => loaded.default as Command)

export const commands = new Map<string, Entry>([
  [
    'extract',
    {
      about: 'print what articles say: who is named, which figures, who claims what',
      load: () => of(import('./commands/extract.ts')),
    },
  ],
  ['ingest', { about: 'upload articles', load: () => of(import('./commands/ingest.ts')) }],
  [
    'replay',
    {
      about: 'judge a story, article by article, and print what would be alerted',
      load: () => of(import('./commands/replay.ts')),
    },
  ],
])
