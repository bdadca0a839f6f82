import { useTranslations } from 'next-intl'
import { Logo } from '@/components/site/logo'
import { Button } from '@/components/ui/button'
import { type CurrentUser, mayManagePeople, mayReadAudit, mayReadMail } from '@/lib/accounts/permissions'
import { mayImport } from '@/lib/imports/uploads/access'
import { signOutAction } from '../(accounts)/connexion/actions'
import styles from './coordination-header.module.css'
import { CoordinationMenu } from './coordination-menu'

/** The way to each screen: the daily work in sight, the rest under one word, and nothing that one may not open. */
export function CoordinationHeader({ user }: { user: CurrentUser | null }) {
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
          more={t('more')}
          links={[
            { href: '/coordination', name: t('dashboard') },
            { href: '/coordination/lieux', name: t('places') },
            { href: '/coordination/signalements', name: t('reports.title') },
            { href: '/coordination/doublons', name: t('duplicates.menu') },
          ]}
          others={[
            ...(user && mayImport(user) ? [{ href: '/coordination/imports', name: t('imports.menu') }] : []),
            ...(user && mayManagePeople(user) ? [{ href: '/coordination/personnes', name: t('people.menu') }] : []),
            { href: '/coordination/vocabulaire', name: t('vocabulary.menu') },
            ...(user && mayReadAudit(user) ? [{ href: '/coordination/journal', name: t('audit.menu') }] : []),
            ...(user && mayReadMail(user) ? [{ href: '/coordination/courrier', name: t('mail.title') }] : []),
          ]}
        />
        {user && (
          <form action={signOutAction} className={styles.account}>
            <a href="/coordination/compte">{user.name}</a>
            <Button variant="quiet">{t('signOut')}</Button>
          </form>
        )}
      </div>
    </header>
  )
}
