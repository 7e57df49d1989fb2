import type { BuildOptions } from 'esbuild'

/**
 * How a function is bundled, in AWS and on one machine: whole, as ES modules. What it imports with `import()` is a file of its own, so
 * that a cold start neither reads nor parses it.
 */
export const BUNDLE = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  // Some dependencies still call require(), which an ES module doesn't have.
  banner: { js: "import{createRequire}from'module';const require=createRequire(import.meta.url);" },
} as const satisfies BuildOptions
