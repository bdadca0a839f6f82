import { existsSync, readFileSync } from 'node:fs'
import type { Tally } from './tally'

type VitestReport = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

/** A run that fails without a failed test (a file that does not load, an error outside any test) counts as one. */
export function readVitestReport(file: string, isSuccess: boolean): Tally {
  const report = read<VitestReport>(file)
  return withRun(isSuccess, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    flaky: 0,
  })
}

/** A test that passes only when tried again has passed, and is counted apart: a busy machine is slow at times. */
export function readPlaywrightReport(file: string, isSuccess: boolean): Tally {
  const stats = read<PlaywrightReport>(file)?.stats
  return withRun(isSuccess, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
    flaky: stats?.flaky ?? 0,
  })
}

function withRun(isSuccess: boolean, tally: Tally): Tally {
  return isSuccess || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}

/** @returns undefined when the tool died before it could write */
function read<Report>(file: string): Report | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined
}
