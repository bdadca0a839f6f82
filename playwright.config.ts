import { defineConfig } from '@playwright/test'
import { chromiumFlags, findChromium } from './tests/support/chromium'
import { startedSite } from './tests/support/site'

/** On a phone, what a citizen does there; the rest too with EVERY_WIDTH, beyond the ten minutes of `npm test`. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/site.ts',
  // One more than the cores of a small machine: a browser waits for the site half of the time.
  workers: 3,
  // For a machine ten times as busy as it should be: what is stuck is rare.
  expect: { timeout: 60_000, toPass: { timeout: 60_000 } },
  forbidOnly: true,
  timeout: 180_000,
  // A busy machine may be slow once: a test that passes the second time is told as flaky.
  retries: 1,
  // A site that is broken everywhere is told within minutes.
  maxFailures: 20,
  reporter: 'list',
  use: {
    baseURL: startedSite()?.url,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // Each test is a device of its own, that would keep the site for later: `offline.spec.ts` lets it.
    serviceWorkers: 'block',
    // Recording every test, to keep those that fail, costs time: ask for it.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath: findChromium(), args: chromiumFlags },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      testMatch: process.env.EVERY_WIDTH ? /spec/ : /(home|find-a-place|guide)\.spec/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
})
