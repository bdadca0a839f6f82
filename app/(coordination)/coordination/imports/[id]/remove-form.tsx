import { useTranslations } from 'next-intl'
import { OneButtonForm } from '@/components/ui/one-button-form'
import { removeAction } from '../actions'

/** Gives an import up before anything of it was written. */
export function RemoveForm({ id }: { id: string }) {
  const t = useTranslations('coordination.imports')
  return (
    <OneButtonForm action={removeAction} to={{ id }} title={t('refusedAction')} outcomeId="abandon" variant="quiet">
      {t('abandon')}
    </OneButtonForm>
  )
}
