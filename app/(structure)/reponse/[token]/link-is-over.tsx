import { useTranslations } from 'next-intl'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'

interface Props {
  /** The place has just erased what it opened */
  hasErased?: boolean
}

/** What a link says that opens nothing any more, or never did. */
export function LinkIsOver({ hasErased = false }: Props) {
  const t = useTranslations('reception.over')
  const words = useTranslations('referral.one')
  if (hasErased) {
    return (
      <Page width="text">
        <h1>{words('erasedTitle')}</h1>
        <Notice tone="success" role="status">
          <p>{words('done.erased')}</p>
          <p>
            <a href="/">{t('home')}</a>
          </p>
        </Notice>
      </Page>
    )
  }
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
