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
  process.env.SITE = JSON.stringify(site)
  return async () => {
    child.disconnect()
    await exit
  }
}

/** @returns undefined before it has started */
export function startedSite(): Site | undefined {
  return process.env.SITE ? (JSON.parse(process.env.SITE) as Site) : undefined
}

/** @throws before it has started */
export function theSite(): Site {
  const site = startedSite()
  if (!site) throw new Error('The site has not started.')
  return site
}
