import { defineConfig } from '@playwright/test'
import { chromiumFlags, findChromium } from './tests/support/chromium'
import { startedSite } from './tests/support/site'

/** What the width hardly changes is tried on the desktop alone, unless EVERY_WIDTH is set: `npm test` has ten minutes. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/site.ts',
  workers: 2,
  forbidOnly: true,
  timeout: 30_000,
  reporter: 'list',
  use: {
    baseURL: startedSite()?.url,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findChromium(), args: chromiumFlags },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      testIgnore: process.env.EVERY_WIDTH
        ? []
        : /(security-headers|coordination-refusals|sign-in|accessibility|public-access)\.spec/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
})
