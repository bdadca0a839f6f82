import { getFormatter, getTranslations } from 'next-intl/server'
import { NoticePage } from '@/components/site/notice-page'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { hasTerritory, mayCreateSomewhere, organisationsOf } from '@/lib/accounts/territory'
import { todayFor } from '@/lib/today/queries'
import { requireUser } from '../require-user'
import styles from './dashboard.module.css'
import { TaskList } from './task-list'
import { taskNames } from './tasks'

const statuses = { PUBLISHED: 'publie', DRAFT: 'brouillon', ARCHIVED: 'archive' } as const

/** The work of the morning: what waits, and nothing that does not. */
export default async function TodayPage() {
  const user = await requireUser('/coordination')
  const t = await getTranslations('coordination')
  const format = await getFormatter()
  if (!hasTerritory(user)) {
    return (
      <NoticePage title={t('title')} notice={t('noTerritoryTitle')} text={t('noTerritory')}>
        {organisationsOf(user).length > 0 && (
          <p>
            <ButtonLink href="/orientation/suivi">{t('toHelping')}</ButtonLink>
          </p>
        )}
      </NoticePage>
    )
  }
  const { tasks, places } = await todayFor(user)
  const waiting = taskNames.map((name) => ({ name, count: tasks[name] ?? 0 })).filter(({ count }) => count > 0)
  const quiet = taskNames.filter((name) => tasks[name] === 0)
  return (
    <Page>
      <h1>{t('today.hello', { name: user.name })}</h1>
      {waiting.length > 0 ? (
        <>
          <p>{t('today.waiting', { count: waiting.length })}</p>
          <TaskList waiting={waiting} />
          {quiet.length > 0 && (
            <p className={styles.quiet}>
              {t('today.quiet', { tasks: format.list(quiet.map((name) => t(`today.names.${name}`))) })}
            </p>
          )}
        </>
      ) : (
        <p className={styles.nothing}>
          <Icon name="check" /> {t('today.nothing')}
        </p>
      )}
      <section aria-labelledby="lieux">
        <h2 id="lieux">{t('yourPlaces')}</h2>
        <ul className={styles.counts}>
          {(Object.keys(statuses) as (keyof typeof statuses)[]).map((status) => (
            <li key={status}>
              <a href={`/coordination/lieux?statut=${statuses[status]}`}>
                <span className={styles.number}>{places[status]}</span>{' '}
                {t(`counted.${status}`, { count: places[status] })}
              </a>
            </li>
          ))}
        </ul>
        {mayCreateSomewhere(user) && <ButtonLink href="/coordination/lieux/nouveau">{t('addPlace')}</ButtonLink>}
      </section>
      <ul className={styles.territories}>
        {user.memberships.map((membership) => (
          <li key={`${membership.role} ${membership.hubId} ${membership.placeId}`}>
            <strong>{t(`roles.${membership.role}`)}</strong>
            {membership.hubSlug && (
              <>
                {' · '}
                <a href={`/hubs/${membership.hubSlug}`}>{membership.hubName}</a>
                {' · '}
                {t('departments', { codes: membership.departmentCodes.join(', ') })}
              </>
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}
