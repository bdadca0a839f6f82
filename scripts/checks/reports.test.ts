import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readPlaywrightReport, readVitestReport } from './reports'

const folder = mkdtempSync(join(tmpdir(), 'reports-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(report: unknown): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

const counts = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }

test('tests that were skipped or put off are not counted as passed', () => {
  expect(readVitestReport(written(counts), true)).toEqual({ passed: 5, failed: 0, skipped: 2, flaky: 0 })
})

test('a run that fails without a failed test counts as one failure', () => {
  expect(readVitestReport(written(counts), false).failed).toBe(1)
})

test('a failed run counts each of its failed tests and nothing more', () => {
  expect(readVitestReport(written({ ...counts, numFailedTests: 3 }), false).failed).toBe(3)
})

test('a run that dies before its report counts as one failure', () => {
  expect(readVitestReport(join(folder, 'absent.json'), false)).toEqual({ passed: 0, failed: 1, skipped: 0, flaky: 0 })
})

test('a browser test that passes only when tried again is counted apart', () => {
  const stats = { expected: 2, unexpected: 0, flaky: 1, skipped: 0 }
  expect(readPlaywrightReport(written({ stats }), true)).toEqual({ passed: 3, failed: 0, skipped: 0, flaky: 1 })
})
