import { useFormatter, useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import styles from '@/components/ui/table.module.css'
import type { ListedPerson } from '@/lib/accounts/people/queries'
import people from './people.module.css'
import { RoleName } from './role-name'

const columns = ['name', 'email', 'roles', 'lastSeen'] as const

/** One line a person: her roles here, and when she last came. */
export function PeopleTable({ people: listed }: { people: readonly ListedPerson[] }) {
  const t = useTranslations('coordination.people')
  const format = useFormatter()
  return (
    <Table caption={t('title')} columns={columns.map((column) => t(`columns.${column}`))}>
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
    </Table>
  )
}
