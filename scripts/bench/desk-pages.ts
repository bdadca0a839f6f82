import { createUser, type NewMembership } from '@/lib/accounts/mutations'
import { auth } from '@/lib/auth'

const password = 'the password of somebody of the bench'

/** Somebody who signs in by a password, as those of the demonstration do. @returns her cookie */
export async function openSession(email: string, memberships: NewMembership[] = []): Promise<string> {
  await createUser({ email, name: 'Banc', password, memberships, isDemo: true })
  const { headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true })
  return headers.get('set-cookie')?.split(';')[0] ?? ''
}

/**
 * How long whole pages of a desk take, asked for one after the other.
 *
 * @returns milliseconds in words
 * @throws when one is not shown
 */
export async function timePages(site: string, cookie: string, paths: readonly string[]): Promise<string> {
  const times: number[] = []
  for (const path of [...paths.slice(0, 5), ...paths]) {
    const start = performance.now()
    const response = await fetch(site + path, { headers: { cookie }, redirect: 'manual' })
    await response.text()
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`)
    times.push(performance.now() - start)
  }
  // The first ones load the code of the page
  const sorted = times.slice(5).sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]?.toFixed(0)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`
}
