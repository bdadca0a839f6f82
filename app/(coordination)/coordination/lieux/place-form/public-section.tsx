import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { accessModes, audiences, fees, specialCare, supportModes } from '@/lib/open-data/vocabulary'
import { yesNoWords } from '@/lib/places/words'
import { Boxes, Line } from './fields'
import type { FormFields } from './form-fields'

export function PublicSection({ fields }: { fields: FormFields }) {
  const t = useTranslations('coordination')
  return (
    <>
      <p>{t('hints.wholePlace')}</p>
      <Boxes fields={fields} name="accessModes" words={accessModes} />
      <Select
        name="takesReferrals"
        label={t('fields.takesReferrals')}
        hint={t('hints.takesReferrals')}
        error={fields.error('takesReferrals')}
        defaultValue={fields.text('takesReferrals')}
        placeholder={t('place.notSaid')}
        options={Object.entries(yesNoWords).map(([value, label]) => ({ value, label }))}
      />
      <Boxes fields={fields} name="supportModes" words={supportModes} />
      <Boxes fields={fields} name="fees" words={fees} />
      <Boxes fields={fields} name="audiences" words={audiences} hint={t('hints.audiences')} />
      <Boxes fields={fields} name="specialCare" words={specialCare} />
      <Line fields={fields} name="accessibilityUrl" type="url" inputMode="url" hint={t('hints.accessibilityUrl')} />
    </>
  )
}
