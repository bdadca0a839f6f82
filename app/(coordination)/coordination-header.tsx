import { useTranslations } from 'next-intl'
import { DeskHeader } from '@/components/site/desk-header'
import { type CurrentUser, mayManagePeople, mayReadAudit, mayReadMail } from '@/lib/accounts/permissions'
import { organisationsOf } from '@/lib/accounts/territory'
import { mayImport } from '@/lib/imports/uploads/access'
import { answeredPlacesOf } from '@/lib/referrals/party'
import { followsVouchers } from '@/lib/vouchers/figures/queries'
import { signOutAction } from '../(accounts)/connexion/actions'

/** The way to each screen: the daily work in sight, the rest under one word, and nothing that one may not open. */
export function CoordinationHeader({ user }: { user: CurrentUser | null }) {
  const t = useTranslations('coordination')
  return (
    <DeskHeader
      publicSite={t('publicSite')}
      menu={{
        label: t('navigation'),
        links: [
          { href: '/coordination', name: t('dashboard') },
          { href: '/coordination/lieux', name: t('places') },
          ...(user && answeredPlacesOf(user).length > 0
            ? [{ href: '/coordination/orientations', name: t('referrals') }]
            : []),
          { href: '/coordination/signalements', name: t('reports.title') },
          { href: '/coordination/doublons', name: t('duplicates.menu') },
        ],
        more: {
          name: t('more'),
          links: [
            ...(user && mayImport(user) ? [{ href: '/coordination/imports', name: t('imports.menu') }] : []),
            ...(user && mayManagePeople(user) ? [{ href: '/coordination/personnes', name: t('people.menu') }] : []),
            ...(user && organisationsOf(user).length > 0 ? [{ href: '/orientation/suivi', name: t('helping') }] : []),
            ...(user && followsVouchers(user) ? [{ href: '/coordination/pass', name: t('vouchers.menu') }] : []),
            { href: '/coordination/vocabulaire', name: t('vocabulary.menu') },
            ...(user && mayReadAudit(user) ? [{ href: '/coordination/journal', name: t('audit.menu') }] : []),
            ...(user && mayReadMail(user) ? [{ href: '/coordination/courrier', name: t('mail.title') }] : []),
          ],
        },
      }}
      account={
        user ? { name: user.name, href: '/coordination/compte', signOut: t('signOut'), signOutAction } : undefined
      }
      wide
    />
  )
}
