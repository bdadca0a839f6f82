import { useTranslations } from 'next-intl'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { kinds } from '@/lib/open-data/vocabulary'
import type { FormFields } from './form-fields'

export function KindField({ fields }: { fields: FormFields }) {
  const t = useTranslations('coordination.fields')
  return (
    <CheckboxGroup
      type="radio"
      name="kind"
      label={t('kind')}
      error={fields.error('kind')}
      choices={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
      defaultValues={[fields.text('kind')]}
      columns
    />
  )
}
