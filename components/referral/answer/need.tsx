import { useFormatter, useTranslations } from 'next-intl'
import { FactList } from '@/components/ui/fact-list'
import { timeZoneOf } from '@/lib/territory/time-zone'
import type { Received } from './received'

/** What the person needs, as the helper wrote it, without who she is. */
export function Need({ referral }: { referral: Received }) {
  const t = useTranslations('reception.need')
  const words = useTranslations('referral')
  const format = useFormatter()
  const { services, supportMode, level, neededBy, need, createdAt, helper, organisation, place } = referral
  const timeZone = timeZoneOf(place.commune.departmentCode)
  return (
    <section>
      <h2>{t('title')}</h2>
      <FactList
        facts={[
          [t('services'), services.map((service) => words(`services.${service}`)).join('\n')],
          [t('need'), need?.need],
          [t('constraints'), need?.constraints],
          [t('supportMode'), supportMode && words(`supportModes.${supportMode}`)],
          [t('level'), level && words(`levels.${level}`)],
          [t('neededBy'), neededBy && format.dateTime(neededBy, { dateStyle: 'full', timeZone: 'UTC' })],
          [t('by'), [helper?.name, organisation.name].filter(Boolean).join(', ')],
          [t('sent'), format.dateTime(createdAt, { dateStyle: 'long', timeStyle: 'short', timeZone })],
        ]}
      />
    </section>
  )
}
