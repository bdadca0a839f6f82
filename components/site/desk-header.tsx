import { Button } from '@/components/ui/button'
import styles from './desk-header.module.css'
import { DeskMenu, type DeskMenuProps } from './desk-menu'
import { Logo } from './logo'

interface Props {
  /** What the way to the public site is called */
  publicSite: string
  menu: DeskMenuProps
  /** Whose account it is, and the way out of it */
  account?: { name: string; href: string; signOut: string; signOutAction: () => Promise<void> }
  /** As wide as the tables of the back office */
  wide?: boolean
}

/** The head of the back office and of the helpers' desk, which paper does not need. */
export function DeskHeader({ publicSite, menu, account, wide = false }: Props) {
  return (
    <header className={styles.header}>
      <div className={wide ? `${styles.inner} ${styles.wide}` : styles.inner}>
        <a className={styles.brand} href="/" aria-label={publicSite}>
          <Logo />
        </a>
        <DeskMenu {...menu} />
        {account && (
          <form action={account.signOutAction} className={styles.account}>
            <a href={account.href}>{account.name}</a>
            <Button variant="quiet">{account.signOut}</Button>
          </form>
        )}
      </div>
    </header>
  )
}
