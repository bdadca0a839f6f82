import { defineConfig } from '@playwright/test'
import { chromiumFlags, findChromium } from './tests/support/chromium'
import { startedSite } from './tests/support/site'

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
    // What no width changes is tried on the desktop alone.
    {
      name: 'phone',
      testIgnore: /(security-headers|coordination-refusals|sign-in)\.spec/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
})
