import { defineConfig } from 'vitest/config'

// The counts that .ci/run reports come from this file.
const counts = ['json', { outputFile: 'coverage/results.json' }] as [string, { outputFile: string }]

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/run/setup.ts',
    // By itself vitest leaves one core to its own process, which hardly works.
    maxWorkers: '100%',
    // Long, for where other work keeps the cores busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    reporters: process.env.CI ? ['default', counts] : ['default'],
  },
})
