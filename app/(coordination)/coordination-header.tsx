import { useTranslations } from 'next-intl'
import { Logo } from '@/components/site/logo'
import { Button } from '@/components/ui/button'
import { signOutAction } from '../(accounts)/connexion/actions'
import styles from './coordination-header.module.css'
import { CoordinationMenu } from './coordination-menu'

export function CoordinationHeader({ userName }: { userName: string | null }) {
  const t = useTranslations('coordination')
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <a className={styles.brand} href="/" aria-label={t('publicSite')}>
          <Logo />
        </a>
        <CoordinationMenu
          className={styles.nav}
          label={t('navigation')}
          links={[
            { href: '/coordination', name: t('dashboard') },
            { href: '/coordination/lieux', name: t('places') },
            { href: '/coordination/signalements', name: t('reports.title') },
            { href: '/coordination/doublons', name: t('duplicates.menu') },
            { href: '/coordination/vocabulaire', name: t('vocabulary.menu') },
          ]}
        />
        {userName !== null && (
          <form action={signOutAction} className={styles.account}>
            <span>{userName}</span>
            <Button variant="quiet">{t('signOut')}</Button>
          </form>
        )}
      </div>
    </header>
  )
}
