import { useFormatter, useTranslations } from 'next-intl'
import { OneButtonForm } from '@/components/ui/one-button-form'
import type { OwnOrganisation } from '@/lib/organisations/queries'
import { removeAction, resendAction, revokeAction } from './actions'
import { InviteForm } from './invite-form'
import { LeaveForm } from './leave-form'
import styles from './organisation.module.css'
import { ProfessionForm } from './profession-form'

interface Props {
  team: OwnOrganisation
  userId: string
  now: Date
}

/** One organisation: who is in it, who is invited, and the way out. */
export function Team({ team, userId, now }: Props) {
  const t = useTranslations('organisation')
  const format = useFormatter()
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  const on = (id: string, act: string) => ({
    to: { id },
    title: t('notDone'),
    outcomeId: `${act}-${id}`,
    variant: 'quiet' as const,
  })
  const own = team.memberships.find((membership) => membership.userId === userId)
  return (
    <section aria-labelledby={`equipe-${team.id}`} className={styles.team}>
      <h2 id={`equipe-${team.id}`}>{team.name}</h2>
      <p className={styles.soft}>
        {[team.commune?.name, team.siret && t('siret', { siret: team.siret })].filter(Boolean).join(' · ')}
      </p>
      <h3>{t('members')}</h3>
      <ul className={styles.rows}>
        {team.memberships.map(({ id, userId: member, user, profession, createdAt }) => (
          <li key={id} className={styles.row}>
            <p>
              <strong>{user.name}</strong>
              {member === userId && ` (${t('you')})`}
              {profession && ` · ${profession}`}
              <span className={styles.soft}>
                {' '}
                {user.email}, {t('since', { date: day(createdAt) })}
              </span>
            </p>
            {member !== userId && (
              <OneButtonForm
                {...on(id, 'retrait')}
                action={removeAction}
                aria-label={t('removeNamed', { name: user.name })}
              >
                {t('remove')}
              </OneButtonForm>
            )}
          </li>
        ))}
      </ul>
      <h3>{t('invite')}</h3>
      <p>{t('inviteIntro')}</p>
      <InviteForm organisationId={team.id} />
      {team.invitations.length > 0 && (
        <>
          <h3>{t('invited')}</h3>
          <ul className={styles.rows}>
            {team.invitations.map(({ id, email, createdAt, expiresAt }) => (
              <li key={id} className={styles.row}>
                <p>
                  <strong>{email}</strong>
                  <span className={styles.soft}>
                    {' '}
                    {t('invitedOn', { date: day(createdAt) })}{' '}
                    {expiresAt > now ? t('until', { date: day(expiresAt) }) : t('over')}
                  </span>
                </p>
                <div className={styles.buttons}>
                  <OneButtonForm {...on(id, 'renvoi')} action={resendAction} aria-label={t('resendTo', { email })}>
                    {t('resend')}
                  </OneButtonForm>
                  <OneButtonForm {...on(id, 'annulation')} action={revokeAction} aria-label={t('revokeTo', { email })}>
                    {t('revoke')}
                  </OneButtonForm>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {own && <ProfessionForm organisationId={team.id} profession={own.profession ?? ''} />}
      <h3>{t('leaveTitle')}</h3>
      <LeaveForm organisationId={team.id} name={team.name} isLast={team.memberships.length === 1} />
    </section>
  )
}
