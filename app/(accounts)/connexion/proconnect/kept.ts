import 'server-only'
import { cookies } from 'next/headers'
import { env } from '@/lib/env'

/** The way to ProConnect, and the way out of it: what is kept for one never serves for the other. */
type Way = 'in' | 'out'

const nameOf = (way: Way) => `a-deux-pas.proconnect-${way}`
const path = '/connexion/proconnect'

/** Keeps something sealed in this browser, for the routes of ProConnect alone. */
export async function keep(way: Way, value: string, seconds: number): Promise<void> {
  const secure = env().PUBLIC_URL.startsWith('https:')
  ;(await cookies()).set({ name: nameOf(way), value, path, maxAge: seconds, httpOnly: true, sameSite: 'lax', secure })
}

/** What was kept, without taking it. */
export async function kept(way: Way): Promise<string | undefined> {
  return (await cookies()).get(nameOf(way))?.value
}

/** What was kept: it serves once. */
export async function takeKept(way: Way): Promise<string | undefined> {
  const value = await kept(way)
  ;(await cookies()).delete({ name: nameOf(way), path })
  return value
}
