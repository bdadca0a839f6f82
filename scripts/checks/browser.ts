import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { findChromium } from '@/tests/support/chromium'
import { run } from '../setup/child.mjs'

const failure = 'No browser could be installed: install Chromium, or set CHROMIUM_PATH to one.'

/** Makes sure that the machine has a Chromium: Debian's where root may install it, else Playwright's. */
export async function ensureBrowser(): Promise<void> {
  if (findChromium()) return
  console.error('Installing Chromium for the browser tests…')
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { env }, failure)
    for (const name of ['chromium-headless-shell', 'chromium']) {
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env }, failure).catch(() => {})
      if (findChromium()) return
    }
  }
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli')
  await run(process.execPath, [playwright, 'install', 'chromium'], {}, failure)
}
