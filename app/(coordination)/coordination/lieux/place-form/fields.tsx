'use client'

import { useTranslations } from 'next-intl'
import type { HTMLInputTypeAttribute } from 'react'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { TextInput } from '@/components/ui/text-input'
import { Textarea } from '@/components/ui/textarea'
import type { FormFields } from './form-fields'

interface Props {
  fields: FormFields
  name: FieldName
  hint?: string
}

export type FieldName = Parameters<ReturnType<typeof useTranslations<'coordination.fields'>>>[0]

interface LineProps extends Props {
  type?: HTMLInputTypeAttribute
  inputMode?: 'url' | 'tel' | 'numeric'
  maxLength?: number
  required?: boolean
}

/** One line of the place, under its name. */
export function Line({ fields, name, ...rest }: LineProps) {
  const t = useTranslations('coordination.fields')
  return (
    <TextInput
      name={name}
      label={t(name)}
      error={fields.error(name)}
      defaultValue={fields.text(name)}
      autoComplete="off"
      {...rest}
    />
  )
}

/** Several lines of the place, under their name. */
export function Lines({ fields, name, ...rest }: Props & { rows?: number; maxLength?: number }) {
  const t = useTranslations('coordination.fields')
  return <Textarea name={name} label={t(name)} error={fields.error(name)} defaultValue={fields.text(name)} {...rest} />
}

/** The values of a vocabulary, each with its box. */
export function Boxes({ fields, name, words, ...rest }: Props & { words: Readonly<Record<string, string>> }) {
  const t = useTranslations('coordination.fields')
  return (
    <CheckboxGroup
      name={`${name}[]`}
      id={name}
      label={t(name)}
      error={fields.error(name)}
      choices={Object.entries(words).map(([value, label]) => ({ value, label }))}
      defaultValues={fields.list(name)}
      columns
      {...rest}
    />
  )
}
