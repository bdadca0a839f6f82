import { useFormatter, useTranslations } from 'next-intl'
import type { ListedPerson } from '@/lib/accounts/people/queries'
import styles from '../lieux/places.module.css'
import people from './people.module.css'
import { RoleName } from './role-name'

/** One line a person: her roles here, and when she last came. */
export function PeopleTable({ people: listed }: { people: readonly ListedPerson[] }) {
  const t = useTranslations('coordination.people')
  const format = useFormatter()
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('columns.name')}</th>
          <th scope="col">{t('columns.email')}</th>
          <th scope="col">{t('columns.roles')}</th>
          <th scope="col">{t('columns.lastSeen')}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map(({ id, name, email, lastSeenAt, memberships }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/coordination/personnes/${id}`}>{name}</a>
            </th>
            <td data-label={t('columns.email')} className={people.email}>
              {email}
            </td>
            <td data-label={t('columns.roles')}>
              {memberships.length === 0 && t('noRole')}
              {memberships.length > 0 && (
                <ul className={people.roles}>
                  {memberships.map((membership) => (
                    <li key={membership.id}>
                      <RoleName {...membership} />
                    </li>
                  ))}
                </ul>
              )}
            </td>
            <td data-label={t('columns.lastSeen')} className={styles.number}>
              {lastSeenAt
                ? format.dateTime(lastSeenAt, { day: '2-digit', month: '2-digit', year: 'numeric' })
                : t('never')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
