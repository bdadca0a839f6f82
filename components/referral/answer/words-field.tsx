'use client'

import { useTranslations } from 'next-intl'
import { Textarea } from '@/components/ui/textarea'

interface Props {
  field: { name: string; id: string; error: string | undefined; defaultValue: string }
  label: string
  rows?: number
}

/** Free words for the other side, with what not to write. */
export function WordsField({ field, label, rows = 2 }: Props) {
  const t = useTranslations('reception.answer')
  return <Textarea {...field} label={label} hint={t('wordsHint')} rows={rows} maxLength={500} />
}
