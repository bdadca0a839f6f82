import { useTranslations } from 'next-intl'
import { TextInput } from '@/components/ui/text-input'
import { type FormState, firstValue } from '@/lib/form-state'

/**
 * Where to look. No suggestion is asked for while one types: an address typed for somebody would go, letter by letter,
 * into the addresses of requests.
 */
export function WhereInput({ form }: { form: FormState }) {
  const t = useTranslations('orientation.form')
  return (
    <TextInput
      name="lieu"
      label={t('where')}
      hint={t('whereHint')}
      error={form.errors.lieu}
      defaultValue={firstValue(form.values, 'lieu')}
      maxLength={200}
      autoComplete="off"
    />
  )
}
