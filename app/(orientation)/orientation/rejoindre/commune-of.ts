import { getFormatter, getTranslations } from 'next-intl/server'
import { understandWhere } from '@/app/(public)/lieux/understand-where'
import { communeLabel } from '@/lib/search/where'

/** The commune that was typed or suggested, or what to tell when none is meant for sure. */
export async function communeOf(text: string): Promise<{ code: string } | { problem: string }> {
  const where = await understandWhere(text)
  if (where.kind === 'found' && !where.isGuess) return { code: where.commune.code }
  if (where.kind === 'address') return { code: where.address.communeCode }
  const [t, format] = await Promise.all([getTranslations('joining'), getFormatter()])
  const near = where.kind === 'ambiguous' ? where.communes : where.kind === 'found' ? [where.commune] : []
  if (near.length === 0) return { problem: t('communeUnknown') }
  const examples = format.list(near.slice(0, 4).map(communeLabel), { type: 'disjunction' })
  return { problem: t('communeAmbiguous', { examples }) }
}
