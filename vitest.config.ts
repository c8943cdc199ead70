import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: {
      'postmaster/correlator': fileURLToPath(new URL('./src/correlator/index.ts', import.meta.url)),
      'postmaster/spf': fileURLToPath(new URL('./src/checks/spf/index.ts', import.meta.url)),
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    // Left to itself, vitest takes one on two processors; most of the time of these tests goes by in waiting.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    execArgv: ['--import', new URL('./test/load-typescript.mjs', import.meta.url).href],
  },
})
