import { useFormatter, useTranslations } from 'next-intl'
import type { ListedInvitation } from '@/lib/accounts/invitations/queries'
import { InvitationAnswer } from './invitation-answer'
import styles from './people.module.css'

/** Who has not answered yet, since when, and whether the link still works. */
export function PendingInvitations({ invitations, now }: { invitations: readonly ListedInvitation[]; now: Date }) {
  const t = useTranslations('coordination')
  const format = useFormatter()
  if (invitations.length === 0) return <p>{t('people.pending.none')}</p>
  return (
    <ul className={styles.pending}>
      {invitations.map(({ id, email, role, hub, places, invitedBy, sent, createdAt, expiresAt }) => (
        <li key={id}>
          <p id={`invitation-${id}`}>
            <strong>{email}</strong>
            {` · ${t(`roles.${role}`)}`}
            {hub && ` · ${hub.name}`}
            {places.length > 0 && ` · ${places.map(({ place }) => place.name).join(', ')}`}
          </p>
          <p className={styles.soft}>
            {t('people.pending.sent', {
              inviter: invitedBy?.name ?? t('people.pending.somebody'),
              age: format.relativeTime(createdAt, now),
            })}{' '}
            {sent > 1 && `${t('people.pending.sentTimes', { count: sent })} `}
            {expiresAt > now
              ? t('people.pending.until', { date: format.dateTime(expiresAt, { dateStyle: 'long' }) })
              : t('people.pending.over')}
          </p>
          <InvitationAnswer id={id} labelledBy={`invitation-${id}`} />
        </li>
      ))}
    </ul>
  )
}
