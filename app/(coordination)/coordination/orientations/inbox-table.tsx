import { useFormatter, useTranslations } from 'next-intl'
import styles from '@/components/referral/list.module.css'
import { Status } from '@/components/referral/status'
import { Table } from '@/components/ui/table'
import { shownCode } from '@/lib/referrals/code'
import type { ReferralLine } from '@/lib/referrals/queries'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { receivedPath } from './[id]/find-received'

interface Props {
  referrals: readonly ReferralLine[]
  /** Whether there are several places to tell apart */
  hasPlaces: boolean
  now: Date
}

const columns = ['code', 'from', 'services', 'place', 'neededBy', 'status', 'next'] as const

/** One line a referral: who sends it, what for, what it waits for. */
export function InboxTable({ referrals, hasPlaces, now }: Props) {
  const t = useTranslations('reception.inbox')
  return (
    <Table
      caption={t('title')}
      columns={columns.filter((column) => hasPlaces || column !== 'place').map((column) => t(`columns.${column}`))}
      className={styles.table}
    >
      {referrals.map((referral) => (
        <InboxRow key={referral.id} referral={referral} hasPlaces={hasPlaces} now={now} />
      ))}
    </Table>
  )
}

function InboxRow({ referral, hasPlaces, now }: { referral: ReferralLine } & Omit<Props, 'referrals'>) {
  const t = useTranslations('reception.inbox')
  const words = useTranslations('referral.services')
  const format = useFormatter()
  const { id, code, organisation, place, services, neededBy, acts, dueAt, closedAt } = referral
  const timeZone = timeZoneOf(place.commune.departmentCode)
  const day = (at: Date) => format.dateTime(at, { weekday: 'short', day: 'numeric', month: 'long', timeZone })
  const isLate = acts === 'PLACE' && dueAt !== null && dueAt < now
  return (
    <tr data-late={isLate || undefined}>
      <th scope="row">
        <a href={receivedPath(id)}>{shownCode(code)}</a>
      </th>
      <td data-label={t('columns.from')} className={styles.name}>
        {organisation.name}
      </td>
      <td data-label={t('columns.services')}>{services.map((service) => words(service)).join(' · ')}</td>
      {hasPlaces && (
        <td data-label={t('columns.place')} className={styles.name}>
          {place.name}
        </td>
      )}
      <td data-label={t('columns.neededBy')}>
        {neededBy ? format.dateTime(neededBy, { day: 'numeric', month: 'long', timeZone: 'UTC' }) : '—'}
      </td>
      <td data-label={t('columns.status')}>
        <Status referral={referral} unread={t('new')} />
      </td>
      <td data-label={t('columns.next')}>
        {isLate && dueAt && <strong className={styles.late}>{t('lateBy', { date: day(dueAt) })}</strong>}
        {!isLate && dueAt && t(acts === 'PLACE' ? 'you' : 'them', { date: day(dueAt) })}
        {closedAt && t('closedOn', { date: day(closedAt) })}
      </td>
    </tr>
  )
}
