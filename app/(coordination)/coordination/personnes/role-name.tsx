import { useTranslations } from 'next-intl'
import type { ListedPerson } from '@/lib/accounts/people/queries'

/** A role and where it holds, in one line. */
export function RoleName({ role, hub, place, organisation }: Omit<ListedPerson['memberships'][number], 'id'>) {
  const t = useTranslations('coordination')
  return (
    <>
      {t(`roles.${role}`)}
      {hub && ` · ${hub.name}`}
      {organisation && ` · ${organisation.name}${organisation.commune ? ` (${organisation.commune.name})` : ''}`}
      {place && (
        <>
          {' · '}
          <a href={`/coordination/lieux/${place.id}`}>{place.name}</a> ({place.commune.name})
        </>
      )}
    </>
  )
}
