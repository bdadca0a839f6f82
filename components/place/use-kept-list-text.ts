import { useTranslations } from 'next-intl'
import type { KeptListText } from './kept-list'

/** The words of the list, for the browser. */
export function useKeptListText(): KeptListText {
  const t = useTranslations('kept')
  const visit = useTranslations('visit')
  return {
    none: t('none'),
    keptOn: t.raw('keptOn'),
    forget: t('forget'),
    forgotten: t('forgotten'),
    forgetAll: t('forgetAll'),
    allForgotten: t('allForgotten'),
    lastResults: t.raw('lastResults'),
    sheet: { title: visit('prepareSeveral'), lead: visit('chooseLead'), make: visit('make') },
  }
}
