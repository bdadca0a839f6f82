import { useTranslations } from 'next-intl'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'

/** What a link says that opens nothing any more, or never did. */
export function LinkIsOver() {
  const t = useTranslations('reception.over')
  return (
    <Page width="text">
      <h1>{t('title')}</h1>
      <Notice tone="warning">
        <p>{t('text')}</p>
        <p>
          <a href="/">{t('home')}</a>
        </p>
      </Notice>
    </Page>
  )
}
