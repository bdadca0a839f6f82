'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { FormOutcome } from '@/components/ui/form-outcome'
import { Select } from '@/components/ui/select'
import { emptyFormState } from '@/lib/form-state'
import { chooseSheetAction } from '../actions'

/** The sheet of a workbook that is read. */
export function SheetForm({ id, sheet, sheets }: { id: string; sheet: string; sheets: readonly string[] }) {
  const t = useTranslations('coordination.imports')
  const [state, action, isPending] = useActionState(chooseSheetAction, emptyFormState)
  return (
    <form action={action}>
      <FormOutcome state={state} title={t('refusedAction')} id="feuille" />
      <input type="hidden" name="id" value={id} />
      <Select
        name="sheet"
        label={t('sheet')}
        options={sheets.map((name) => ({ value: name, label: name }))}
        defaultValue={sheet}
      />
      <Button variant="secondary" disabled={isPending}>
        {t('chooseSheet')}
      </Button>
    </form>
  )
}
