import { useFormatter, useTranslations } from 'next-intl'
import styles from '@/components/referral/list.module.css'
import { Status } from '@/components/referral/status'
import { Table } from '@/components/ui/table'
import { shownCode } from '@/lib/referrals/code'
import type { ReferralLine } from '@/lib/referrals/queries'
import { timeZoneOf } from '@/lib/territory/time-zone'
import { referralPath } from './[id]/find-referral'

interface Props {
  referrals: readonly ReferralLine[]
  now: Date
}

const columns = ['code', 'place', 'services', 'status', 'next', 'sent', 'by'] as const

/** One line a referral: where it goes, what for, what it waits for. */
export function BoardTable({ referrals, now }: Props) {
  const t = useTranslations('referral.board')
  return (
    <Table caption={t('title')} columns={columns.map((column) => t(`columns.${column}`))} className={styles.table}>
      {referrals.map((referral) => (
        <BoardRow key={referral.id} referral={referral} now={now} />
      ))}
    </Table>
  )
}

function BoardRow({ referral, now }: { referral: ReferralLine; now: Date }) {
  const t = useTranslations('referral.board')
  const words = useTranslations('referral.services')
  const format = useFormatter()
  const { id, code, place, services, acts, dueAt, createdAt, closedAt, helper } = referral
  const timeZone = timeZoneOf(place.commune.departmentCode)
  const day = (at: Date) => format.dateTime(at, { day: 'numeric', month: 'long', timeZone })
  const isLate = dueAt !== null && dueAt < now
  return (
    <tr data-late={isLate || undefined}>
      <th scope="row">
        <a href={referralPath(id)}>{shownCode(code)}</a>
      </th>
      <td data-label={t('columns.place')} className={styles.name}>
        {place.name}, {place.commune.name}
      </td>
      <td data-label={t('columns.services')}>{services.map((service) => words(service)).join(' · ')}</td>
      <td data-label={t('columns.status')}>
        <Status referral={referral} />
      </td>
      <td data-label={t('columns.next')}>
        {dueAt && (
          <>
            {t(acts === 'HELPER' ? 'you' : 'them')}{' '}
            {isLate ? (
              <strong className={styles.late}>{t('lateBy', { date: day(dueAt) })}</strong>
            ) : (
              t('before', { date: day(dueAt) })
            )}
          </>
        )}
        {closedAt && t('closedOn', { date: day(closedAt) })}
      </td>
      <td data-label={t('columns.sent')}>{day(createdAt)}</td>
      <td data-label={t('columns.by')} className={styles.name}>
        {helper?.name ?? '—'}
      </td>
    </tr>
  )
}
