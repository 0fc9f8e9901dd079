import path from 'node:path'
import {defineConfig} from 'vitest/config'

// Set by .ci/run: the folder for machine-readable reports, one file per Node version.
const reports = process.env['DOCPRISM_TEST_REPORTS']
const reportName = `vitest-node-${process.versions.node}`

export default defineConfig({
  test: {
    // One worker is the usual number on two processors, and leaves one of them idle.
    maxWorkers: '100%',
    setupFiles: ['test/support/same-random-values.ts'],
    reporters: reports
      ? [
          'default',
          ['json', {outputFile: path.join(reports, `${reportName}.json`)}],
          ['junit', {outputFile: path.join(reports, `${reportName}.xml`)}],
        ]
      : ['default'],
    projects: [
      {extends: true, test: {name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 60_000}},
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {name: 'conformance', include: ['test/conformance/**/*.test.ts'], testTimeout: 600_000},
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/ensure-chromium.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'plugins/**/*.ts'],
      // What runs in a browser or in a thread of its own is tested there, where nobody counts.
      exclude: ['src/config/write-schema.ts', 'src/serve/client/**', 'src/serve/check-thread.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: {statements: 94, branches: 88, functions: 95, lines: 96},
    },
  },
})
