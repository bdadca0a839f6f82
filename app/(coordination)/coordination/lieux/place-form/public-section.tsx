import { useTranslations } from 'next-intl'
import { accessModes, audiences, fees, labels, programmes, specialCare, supportModes } from '@/lib/open-data/vocabulary'
import { Boxes, Line, Lines } from './fields'
import type { FormFields } from './form-fields'
import { Section } from './section'

export function PublicSection({ fields }: { fields: FormFields }) {
  const t = useTranslations('coordination')
  return (
    <>
      <Section id="public" title={t('sections.public')} intro={t('hints.wholePlace')}>
        <Boxes fields={fields} name="accessModes" words={accessModes} />
        <Boxes fields={fields} name="supportModes" words={supportModes} />
        <Boxes fields={fields} name="fees" words={fees} />
        <Boxes fields={fields} name="audiences" words={audiences} hint={t('hints.audiences')} />
        <Boxes fields={fields} name="specialCare" words={specialCare} />
        <Line fields={fields} name="accessibilityUrl" type="url" inputMode="url" hint={t('hints.accessibilityUrl')} />
      </Section>
      <Section id="programmes-labels" title={t('sections.programmes')}>
        <Boxes fields={fields} name="programmes" words={programmes} />
        <Boxes fields={fields} name="labels" words={labels} />
        <Lines fields={fields} name="otherLabels" hint={t('hints.onePerLine')} rows={2} />
      </Section>
    </>
  )
}
