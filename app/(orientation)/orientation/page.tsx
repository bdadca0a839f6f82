import { useTranslations } from 'next-intl'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import styles from './landing.module.css'

/** What a helper finds here, before she has an account or without one. */
export default function OrientationPage() {
  const t = useTranslations('orientation')
  const ways = [
    { key: 'assessment', href: '/orientation/evaluation', variant: 'primary' },
    { key: 'spotting', href: '/orientation/reperer', variant: 'secondary' },
    { key: 'places', href: '/lieux', variant: 'secondary' },
    { key: 'follow', href: '/orientation/suivi', variant: 'secondary' },
  ] as const
  return (
    <Page>
      <h1>{t('title')}</h1>
      <p>{t('landing.intro')}</p>
      <ul className={styles.ways}>
        {ways.map(({ key, href, variant }) => (
          <li key={key}>
            <h2>{t(`landing.${key}Title`)}</h2>
            <p>{t(`landing.${key}Text`)}</p>
            <ButtonLink href={href} variant={variant}>
              {t(`landing.${key}Link`)}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <Notice title={t('landing.privacyTitle')}>
        <p>{t('landing.privacyText')}</p>
      </Notice>
    </Page>
  )
}
