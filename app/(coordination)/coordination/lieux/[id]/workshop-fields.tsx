import { useTranslations } from 'next-intl'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { type FormState, firstValue } from '@/lib/form-state'
import { services } from '@/lib/open-data/vocabulary'
import { levels } from '@/lib/places/words'

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

interface Props {
  state: FormState
}

/** What is asked of a new workshop, under names that the place's form does not have. */
export function WorkshopFields({ state }: Props) {
  const t = useTranslations('coordination.workshops')
  const { errors, values } = state
  return (
    <>
      <AboutFields state={state} />
      <CheckboxGroup
        type="radio"
        name="isCycle"
        label={t('fields.isCycle')}
        choices={[
          { value: 'non', label: t('kinds.sessions') },
          { value: 'oui', label: t('kinds.cycle') },
        ]}
        defaultValues={values.isCycle ?? ['non']}
        error={errors.isCycle}
      />
      <SessionFields state={state} isFirst />
      <TextInput
        name="count"
        label={t('fields.count')}
        error={errors.count}
        type="number"
        min={1}
        max={20}
        defaultValue={firstValue(values, 'count') || '1'}
      />
      <Select
        name="every"
        label={t('fields.every')}
        error={errors.every}
        options={(['1', '2', '4'] as const).map((value) => ({ value, label: t(`every.${value}`) }))}
        defaultValue={firstValue(values, 'every') || '1'}
      />
    </>
  )
}

/** What is said of a workshop besides its dates. */
export function AboutFields({ state }: Props) {
  const t = useTranslations('coordination.workshops')
  const field = (name: 'title' | 'service' | 'level' | 'seats' | 'price' | 'booking') => ({
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

/** When a session takes place, on the place's own clock. */
export function SessionFields({ state, isFirst = false }: Props & { isFirst?: boolean }) {
  const t = useTranslations('coordination.workshops')
  const field = (name: 'date' | 'starts' | 'ends') => ({
    name,
    label: t(`fields.${name === 'date' && !isFirst ? 'day' : name}`),
    error: state.errors[name],
    defaultValue: firstValue(state.values, name),
  })
  return (
    <>
      <TextInput {...field('date')} type="date" />
      <TextInput {...field('starts')} type="time" />
      <TextInput {...field('ends')} type="time" />
    </>
  )
}
