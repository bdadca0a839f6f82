import { useTranslations } from 'next-intl'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'

/** What whoever gives no role sees of these pages. */
export function NotYours() {
  const t = useTranslations('coordination.people')
  return (
    <Page width="text">
      <h1>{t('title')}</h1>
      <Notice tone="warning" title={t('notYours')}>
        <p>{t('notYoursText')}</p>
      </Notice>
    </Page>
  )
}
