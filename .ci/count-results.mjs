// Adds up the reports of one run and prints `N passed, N failed`; the exit status says whether anything failed.
//
//   node .ci/count-results.mjs REPORTS [FAILED STEP]…
//
// REPORTS holds what vitest's JSON reporter and check-corpus.mjs wrote.
import {readFileSync, readdirSync} from 'node:fs'
import path from 'node:path'

const [folder, ...failedSteps] = process.argv.slice(2)
let passed = 0
let failed = 0
for (const name of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const report = JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
  passed += report.numPassedTests
  // A test file that cannot be loaded has no tests that could fail.
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  failed += report.numFailedTests + unloaded.length
}
// A step can fail before or beside the tests: a finding of the linter, say.
if (failed === 0) failed = failedSteps.length
for (const step of failedSteps) console.log(`failed: ${step}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
