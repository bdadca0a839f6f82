import 'server-only'
import { getTranslations } from 'next-intl/server'

/** What was just done, by the `fait` of an address. */
export async function getDone(fait: string | string[] | undefined): Promise<string | null> {
  const t = await getTranslations('coordination.done')
  return typeof fait === 'string' && t.has(fait as 'ajout') ? t(fait as 'ajout') : null
}
