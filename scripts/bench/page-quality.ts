import { chromium } from '@playwright/test'
import lighthouse, { type RunnerResult } from 'lighthouse'
import { chromiumFlags, findChromium } from '@/tests/support/chromium'
import { median } from './load'

/** The least of each category, out of 100. */
const targets = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 }
const categories = Object.keys(targets) as (keyof typeof targets)[]

/**
 * Has Lighthouse judge a page on the phone that it simulates, and says its scores, medians of some runs.
 *
 * That phone is a desktop of the index 1600 slowed four times; on a slower or busier machine Lighthouse
 * would simulate one that nobody has, and warns of it. The first run measures the machine, the others slow
 * it by as much as is left.
 */
export async function judgePage(url: string, port: number, runs: number): Promise<string> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumFlags, `--remote-debugging-port=${port}`],
  })
  try {
    let slowdown = 4
    const reports: RunnerResult['lhr'][] = []
    for (let run = 0; run <= runs; run++) {
      const result = await lighthouse(url, {
        port,
        logLevel: 'error',
        onlyCategories: categories,
        throttling: { cpuSlowdownMultiplier: slowdown },
      })
      if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse could not judge ${url}.`)
      reports.push(result.lhr)
      slowdown = Math.min(4, Math.max(1, median(reports.map(({ environment }) => environment.benchmarkIndex)) / 400))
    }
    const scores = categories.map((category) => {
      const found = reports.slice(1).map((report) => report.categories[category]?.score ?? 0)
      return `${category} ${Math.round(median(found) * 100)} (${targets[category]} at least)`
    })
    return `${scores.join(', ')}; processor slowed ${slowdown.toFixed(1)} times`
  } finally {
    await browser.close()
  }
}
