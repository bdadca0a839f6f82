import { signInPath } from '@/lib/accounts/return-path'
import { currentUser } from '@/lib/auth'
import { NotFoundError, UserError } from '@/lib/errors'
import { checkOrigin } from '@/lib/form-action'
import { isUuid } from '@/lib/is-uuid'
import { shownCode } from '@/lib/referrals/code'
import { takeHoldings } from '@/lib/referrals/holding/mutations'
import { plainText } from '@/lib/referrals/holding/plain-text'
import { referralPath } from '../find-referral'
import { toldOf } from './told'

/** A copy of what is kept about a person, to read or for a machine. By POST: taking it is written down. */
export async function POST(request: Request, { params }: RouteContext<'/orientation/suivi/[id]/copie'>) {
  const { id } = await params
  try {
    await checkOrigin()
    const user = await currentUser()
    if (!user) return new Response(null, { status: 303, headers: { location: signInPath(referralPath(id)) } })
    if (!isUuid(id)) return refused('Cette orientation n’existe pas.', 404)
    const isJson = (await request.formData().catch(() => null))?.get('format') === 'json'
    const [asked, ...linked] = await takeHoldings({ side: 'HELPER', user }, id)
    const told = await toldOf(asked, await Promise.all(linked.map((holding) => toldOf(holding))))
    const { code, erasedAt } = asked.referral
    const name = `orientation-${erasedAt ? 'effacee' : shownCode(code)}.${isJson ? 'json' : 'txt'}`
    return new Response(isJson ? `${JSON.stringify(told, null, 2)}\n` : `${plainText(told)}\n`, {
      headers: {
        'content-type': `${isJson ? 'application/json' : 'text/plain'}; charset=utf-8`,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof UserError) return refused(error.message, error instanceof NotFoundError ? 404 : 403)
    throw error
  }
}

const refused = (message: string, status: number) =>
  new Response(message, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
