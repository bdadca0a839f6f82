import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

export default defineConfig({
  resolve: {
    alias: {
      '@': path('.'),
      // The package throws outside Next.
      'server-only': path('./tests/support/nothing.ts'),
    },
  },
  test: {
    // One more than the cores of a small machine: tests wait for their database half of the time.
    maxWorkers: 3,
    // Files share processes, where packages are loaded, and Prisma's queries compiled, once: a third of the work.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,components,lib,prisma,scripts}/**/*.test.{ts,tsx}'],
          // Property tests, beside a build on a small machine.
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: './tests/support/template-database.ts',
          setupFiles: './tests/support/own-database.ts',
          // For a machine ten times as busy as it should be: what is stuck is rare.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
