import { useFormatter, useTranslations } from 'next-intl'
import { FactList } from '@/components/ui/fact-list'
import type { ShownReferral } from '@/lib/referrals/queries'
import { timeZoneOf } from '@/lib/territory/time-zone'

/** What the place was told, without who the person is. */
export function Facts({ referral }: { referral: ShownReferral }) {
  const t = useTranslations('referral')
  const format = useFormatter()
  const { services, supportMode, level, neededBy, need, createdAt, helper, organisation, place } = referral
  const timeZone = timeZoneOf(place.commune.departmentCode)
  return (
    <section>
      <h2>{t('facts.title')}</h2>
      <FactList
        facts={[
          [t('facts.services'), services.map((service) => t(`services.${service}`)).join('\n')],
          [t('facts.supportMode'), supportMode ? t(`supportModes.${supportMode}`) : t('facts.any')],
          [t('facts.level'), level && t(`levels.${level}`)],
          [t('facts.neededBy'), neededBy && format.dateTime(neededBy, { dateStyle: 'long', timeZone: 'UTC' })],
          [t('facts.need'), need?.need ?? null],
          [t('facts.constraints'), need?.constraints ?? null],
          [t('facts.sentOn'), format.dateTime(createdAt, { dateStyle: 'long', timeStyle: 'short', timeZone })],
          [t('facts.sentBy'), [helper?.name, organisation.name].filter(Boolean).join(', ')],
        ]}
      />
    </section>
  )
}
