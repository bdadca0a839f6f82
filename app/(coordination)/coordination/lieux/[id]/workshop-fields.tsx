import { useTranslations } from 'next-intl'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { type FormState, firstValue } from '@/lib/form-state'
import { services } from '@/lib/open-data/vocabulary'
import { levels } from '@/lib/places/words'

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** What is asked of a workshop, under names that the place's form does not have. */
export function WorkshopFields({ state }: { state: FormState }) {
  const t = useTranslations('coordination.workshops')
  const field = (
    name: 'title' | 'service' | 'level' | 'date' | 'starts' | 'ends' | 'count' | 'seats' | 'price' | 'booking',
  ) => ({
    name,
    label: t(`fields.${name}`),
    error: state.errors[name],
    defaultValue: firstValue(state.values, name),
  })
  return (
    <>
      <TextInput {...field('title')} maxLength={120} />
      <Select {...field('service')} placeholder={t('choose')} options={optionsOf(services)} />
      <Select {...field('level')} placeholder={t('anyLevel')} options={optionsOf(levels)} />
      <TextInput {...field('date')} type="date" />
      <TextInput {...field('starts')} type="time" />
      <TextInput {...field('ends')} type="time" />
      <TextInput
        {...field('count')}
        type="number"
        min={1}
        max={20}
        defaultValue={firstValue(state.values, 'count') || '1'}
      />
      <TextInput {...field('seats')} type="number" min={1} max={1000} />
      <TextInput {...field('price')} inputMode="decimal" hint={t('priceHint')} />
      <TextInput {...field('booking')} type="url" />
      <CheckboxGroup
        name="takesPass"
        label={t('fields.takesPass')}
        choices={[{ value: 'on', label: t('yes') }]}
        defaultValues={state.values.takesPass}
      />
    </>
  )
}
