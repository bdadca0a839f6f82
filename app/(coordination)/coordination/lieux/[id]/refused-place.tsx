import { useTranslations } from 'next-intl'
import { NoticePage } from '@/components/site/notice-page'

/** Why a place may not be opened. */
export function RefusedPlace({ reason }: { reason: string }) {
  const t = useTranslations('coordination')
  return (
    <NoticePage title={t('forbidden')} tone="warning" text={reason}>
      <p>
        <a href="/coordination/lieux">{t('backToPlaces')}</a>
      </p>
    </NoticePage>
  )
}
