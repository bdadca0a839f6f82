import { useTranslations } from 'next-intl'
import { programmes, services } from '@/lib/open-data/vocabulary'
import type { BulkChange } from '@/lib/places/bulk/change'

/** What a bulk edit does, in the words of the list that it was chosen from. */
export function useChangeName(): (change: BulkChange, assigneeName?: string | null) => string {
  const t = useTranslations('coordination.table.bulk')
  return (change, assigneeName) => {
    switch (change.kind) {
      case 'status':
        return t(`status.${change.status}`)
      case 'service':
        return t(change.adds ? 'serviceAdd' : 'serviceRemove', { name: services[change.service] })
      case 'programme':
        return t(change.adds ? 'programmeAdd' : 'programmeRemove', { name: programmes[change.programme] })
      case 'referrals':
        return t(change.takes ? 'referralsTake' : 'referralsRefuse')
      case 'assign':
        return change.userId === null ? t('unassign') : t('assign', { name: assigneeName ?? t('somebody') })
      case 'undo':
        return t('undo')
    }
  }
}
