import { getTranslations } from 'next-intl/server'
import { currentUser } from '@/lib/auth'
import { lineOf, mark } from '@/lib/places/table/csv'
import { fewestPeople, voucherEuros } from '@/lib/vouchers/booklet'
import { followsVouchers, listVoucherFigures } from '@/lib/vouchers/figures/queries'
import { yearOf } from '../year'

/** The figures of a year as a file, as hidden as on the page. */
export async function GET(request: Request): Promise<Response> {
  const user = await currentUser()
  if (!user) return new Response('Vous n’êtes plus connecté. Connectez-vous, puis revenez ici.', { status: 401 })
  const t = await getTranslations('coordination.vouchers')
  if (!followsVouchers(user)) return new Response(t('notYours'), { status: 403 })
  const { year } = yearOf(Object.fromEntries(new URL(request.url).searchParams))
  const columns = ['department', 'quarter', 'booklets', 'given', 'euros', 'used', 'expired', 'left'] as const
  const lines = (await listVoucherFigures(user, year)).map(({ departmentCode, quarter, figures }) =>
    lineOf([
      departmentCode,
      `${year}-T${quarter}`,
      ...(figures
        ? [
            figures.booklets,
            figures.given,
            figures.given * voucherEuros,
            figures.used,
            figures.expired,
            figures.left,
          ].map(String)
        : [t('hidden', { people: fewestPeople }), '', '', '', '', '']),
    ]),
  )
  return new Response(mark + lineOf(columns.map((name) => t(`columns.${name}`))) + lines.join(''), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="pass-numerique-${year}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
