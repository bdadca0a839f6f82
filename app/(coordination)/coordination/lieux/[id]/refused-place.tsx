import { useTranslations } from 'next-intl'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'

/** Why a place may not be opened. */
export function RefusedPlace({ reason }: { reason: string }) {
  const t = useTranslations('coordination')
  return (
    <Page width="text">
      <h1>{t('forbidden')}</h1>
      <Notice tone="warning">
        <p>{reason}</p>
      </Notice>
      <p>
        <a href="/coordination/lieux">{t('backToPlaces')}</a>
      </p>
    </Page>
  )
}
