import 'server-only'
import { cookies } from 'next/headers'
import { env } from '@/lib/env'

const name = 'a-deux-pas.proconnect'
const path = '/connexion/proconnect'

/** Keeps something sealed in this browser, for the routes of ProConnect alone. */
export async function keep(value: string, seconds: number): Promise<void> {
  const secure = env().PUBLIC_URL.startsWith('https:')
  ;(await cookies()).set({ name, value, path, maxAge: seconds, httpOnly: true, sameSite: 'lax', secure })
}

/** What was kept, without taking it. */
export async function kept(): Promise<string | undefined> {
  return (await cookies()).get(name)?.value
}

/** What was kept: it serves once. */
export async function takeKept(): Promise<string | undefined> {
  const value = await kept()
  ;(await cookies()).delete({ name, path })
  return value
}
