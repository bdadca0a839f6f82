import { useTranslations } from 'next-intl'
import { programmes, services } from '@/lib/open-data/vocabulary'
import { bulkChangeText } from '@/lib/places/bulk/change'
import type { TableChoices } from '@/lib/places/table/filters'
import type { PlaceStatus, Programme, Service } from '@/prisma/client/enums'

const statuses: readonly PlaceStatus[] = ['PUBLISHED', 'ARCHIVED', 'DRAFT']

/** Everything that can be done to many places at once, in the browser's own list. */
export function BulkOptions({ colleagues }: Pick<TableChoices, 'colleagues'>) {
  const t = useTranslations('coordination.table.bulk')
  const serviceCodes = Object.keys(services) as Service[]
  const programmeCodes = Object.keys(programmes) as Programme[]
  return (
    <>
      <option value="">{t('change')}</option>
      <optgroup label={t('groups.status')}>
        {statuses.map((status) => (
          <option key={status} value={bulkChangeText({ kind: 'status', status })}>
            {t(`status.${status}`)}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('groups.assign')}>
        {colleagues.map(({ id, name }) => (
          <option key={id} value={bulkChangeText({ kind: 'assign', userId: id })}>
            {t('assign', { name })}
          </option>
        ))}
        <option value={bulkChangeText({ kind: 'assign', userId: null })}>{t('unassign')}</option>
      </optgroup>
      {([true, false] as const).map((adds) => (
        <optgroup key={String(adds)} label={t(adds ? 'groups.serviceAdd' : 'groups.serviceRemove')}>
          {serviceCodes.map((service) => (
            <option key={service} value={bulkChangeText({ kind: 'service', service, adds })}>
              {t(adds ? 'serviceAdd' : 'serviceRemove', { name: services[service] })}
            </option>
          ))}
        </optgroup>
      ))}
      {([true, false] as const).map((adds) => (
        <optgroup key={String(adds)} label={t(adds ? 'groups.programmeAdd' : 'groups.programmeRemove')}>
          {programmeCodes.map((programme) => (
            <option key={programme} value={bulkChangeText({ kind: 'programme', programme, adds })}>
              {t(adds ? 'programmeAdd' : 'programmeRemove', { name: programmes[programme] })}
            </option>
          ))}
        </optgroup>
      ))}
      <optgroup label={t('groups.referrals')}>
        {([true, false] as const).map((takes) => (
          <option key={String(takes)} value={bulkChangeText({ kind: 'referrals', takes })}>
            {t(takes ? 'referralsTake' : 'referralsRefuse')}
          </option>
        ))}
      </optgroup>
    </>
  )
}
