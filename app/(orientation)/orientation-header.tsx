import { useTranslations } from 'next-intl'
import { DeskHeader } from '@/components/site/desk-header'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { accountPathOf } from '@/lib/accounts/return-path'
import { hasTerritory, organisationsOf } from '@/lib/accounts/territory'
import { signOutAction } from '../(accounts)/connexion/actions'

/** The helpers' pages, with or without an account, and the way back to the public site. */
export function OrientationHeader({ user }: { user: CurrentUser | null }) {
  const t = useTranslations('orientation')
  const isHelper = user !== null && organisationsOf(user).length > 0
  return (
    <DeskHeader
      publicSite={t('publicSite')}
      menu={{
        label: t('navigation'),
        links: [
          { href: '/orientation', name: t('home') },
          ...(isHelper ? [{ href: '/orientation/suivi', name: t('board') }] : []),
          { href: '/orientation/evaluation', name: t('assessment') },
          { href: '/orientation/reperer', name: t('spotting') },
          { href: '/lieux', name: t('places') },
          ...(user ? [] : [{ href: '/connexion', name: t('signIn') }]),
        ],
        more: {
          name: t('more'),
          links: [
            ...(user ? [{ href: '/orientation/organisation', name: t('team') }] : []),
            ...(user && hasTerritory(user) ? [{ href: '/coordination', name: t('coordination') }] : []),
          ],
        },
      }}
      account={user ? { name: user.name, href: accountPathOf(user), signOut: t('signOut'), signOutAction } : undefined}
    />
  )
}
