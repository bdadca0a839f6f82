import { useTranslations } from 'next-intl'
import { NoticePage } from '@/components/site/notice-page'
import { ButtonLink } from '@/components/ui/button'

/** What to do for whoever is signed in, but helps in no organisation. */
export function NotHelper({ title }: { title: string }) {
  const t = useTranslations('referral.send')
  return (
    <NoticePage title={title} notice={t('notHelper')} text={t('notHelperText')}>
      <p>
        <ButtonLink href="/orientation/rejoindre">{t('join')}</ButtonLink>
      </p>
    </NoticePage>
  )
}
