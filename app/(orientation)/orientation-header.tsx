import { useTranslations } from 'next-intl'
import { Logo } from '@/components/site/logo'
import { CoordinationMenu } from '../(coordination)/coordination-menu'
import styles from './orientation-header.module.css'

/** The helpers' pages, and the way back to the public site. */
export function OrientationHeader() {
  const t = useTranslations('orientation')
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <a className={styles.brand} href="/" aria-label={t('publicSite')}>
          <Logo />
        </a>
        <CoordinationMenu
          className={styles.nav}
          label={t('navigation')}
          more=""
          links={[
            { href: '/orientation', name: t('home') },
            { href: '/orientation/evaluation', name: t('assessment') },
            { href: '/orientation/reperer', name: t('spotting') },
            { href: '/lieux', name: t('places') },
          ]}
          others={[]}
        />
      </div>
    </header>
  )
}
