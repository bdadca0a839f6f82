import { redirect } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { localPath } from '@/lib/accounts/return-path'
import { attemptSeconds, leaveForProConnect, ProConnectError } from '@/lib/proconnect/provider'
import { keep } from './kept'

export const dynamic = 'force-dynamic'

/** A link, not a form: the content policy forbids forms to lead to another site. */
export async function GET(request: NextRequest): Promise<never> {
  const wanted = request.nextUrl.searchParams.get('retour')
  const returnTo = wanted ? localPath(wanted) : ''
  const left = await leaveForProConnect(returnTo).catch((error) => {
    if (!(error instanceof ProConnectError)) throw error
    console.error(error)
    return redirect(`/connexion?${new URLSearchParams({ retour: returnTo, proconnect: error.refusal })}`)
  })
  await keep('in', left.kept, attemptSeconds)
  redirect(left.url.href)
}
