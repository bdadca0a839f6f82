/** What a stage found. */
export type Tally = {
  passed: number
  failed: number
  skipped: number
  /** Among those that passed, how many did only when tried again */
  flaky: number
}

export const passed: Tally = { passed: 1, failed: 0, skipped: 0, flaky: 0 }
export const failed: Tally = { passed: 0, failed: 1, skipped: 0, flaky: 0 }

export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (total, tally) => ({
      passed: total.passed + tally.passed,
      failed: total.failed + tally.failed,
      skipped: total.skipped + tally.skipped,
      flaky: total.flaky + tally.flaky,
    }),
    { passed: 0, failed: 0, skipped: 0, flaky: 0 },
  )
}
