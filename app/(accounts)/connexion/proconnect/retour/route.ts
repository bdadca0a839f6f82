import { redirect } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { deskOf } from '@/lib/accounts/queries'
import { openSession, requestDevice } from '@/lib/auth'
import { accountOf } from '@/lib/proconnect/mutations'
import { comeBack, ProConnectError } from '@/lib/proconnect/provider'
import { takeKept } from '../kept'

export const dynamic = 'force-dynamic'

/** Where ProConnect leads back. The answer is judged against what this browser kept when it left, which serves once. */
export async function GET(request: NextRequest): Promise<never> {
  const kept = await takeKept('in')
  redirect(await signInBy(request.nextUrl.search, kept))
}

async function signInBy(search: string, kept: string | undefined): Promise<string> {
  try {
    const identity = await comeBack(search, kept)
    const userId = await accountOf(identity)
    await openSession(userId, identity, await requestDevice())
    return identity.returnTo || (await deskOf(userId))
  } catch (error) {
    if (!(error instanceof ProConnectError)) throw error
    if (error.refusal === 'failed') console.error(error)
    return `/connexion?${new URLSearchParams({ proconnect: error.refusal })}`
  }
}
