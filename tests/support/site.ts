import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { SeededAccount } from '@/prisma/seed/seed'

/** The site that the browser tests visit. */
export type Site = { url: string; accounts: SeededAccount[] }

/** Started once a run, before the first test. */
export default async function startSite() {
  const child = fork('scripts/run.mjs', ['test-site'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const exit = once(child, 'exit')
  const [site] = (await Promise.race([once(child, 'message'), exit])) as [Site | number | null]
  if (typeof site !== 'object' || !site) throw new Error('The site did not start: see above.')
  // Reaches the processes of the tests, which read playwright.config.ts again.
  process.env.SITE_URL = site.url
  process.env.SITE_ACCOUNTS = JSON.stringify(site.accounts)
  return async () => {
    child.disconnect()
    await exit
  }
}

/** The demonstration accounts of the site. */
export function siteAccounts(): SeededAccount[] {
  return JSON.parse(process.env.SITE_ACCOUNTS ?? '[]') as SeededAccount[]
}
