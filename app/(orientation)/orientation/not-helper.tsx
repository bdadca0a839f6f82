import { useTranslations } from 'next-intl'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** What to do for whoever is signed in, but helps in no organisation. */
export function NotHelper({ title }: { title: string }) {
  const t = useTranslations('referral.send')
  return (
    <Page width="text">
      <h1>{title}</h1>
      <Notice title={t('notHelper')}>
        <p>{t('notHelperText')}</p>
      </Notice>
      <p>
        <ButtonLink href="/orientation/rejoindre">{t('join')}</ButtonLink>
      </p>
    </Page>
  )
}
