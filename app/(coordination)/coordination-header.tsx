import { useTranslations } from 'next-intl'
import { Logo } from '@/components/site/logo'
import { Button } from '@/components/ui/button'
import { signOutAction } from '../(accounts)/connexion/actions'
import styles from './coordination-header.module.css'

export function CoordinationHeader({ userName }: { userName: string | null }) {
  const t = useTranslations('coordination')
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <a className={styles.brand} href="/" aria-label={t('publicSite')}>
          <Logo />
        </a>
        <nav className={styles.nav} aria-label={t('navigation')}>
          <a href="/coordination">{t('dashboard')}</a>
          <a href="/coordination/lieux">{t('places')}</a>
          <a href="/coordination/signalements">{t('reports.title')}</a>
          <a href="/coordination/doublons">{t('duplicates.menu')}</a>
          <a href="/coordination/vocabulaire">{t('vocabulary.menu')}</a>
        </nav>
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
