import { useTranslations } from 'next-intl'
import { TextInput } from '@/components/ui/text-input'
import { type FormState, firstValue } from '@/lib/form-state'
import styles from './why-field.module.css'

/** Why a place is changed, for its history: folded, since most changes need no word. */
export function WhyField({ state, id = 'why' }: { state: FormState; id?: string }) {
  const t = useTranslations('coordination.why')
  const [why, error] = [firstValue(state.values, 'why'), state.errors.why]
  return (
    <details key={state.attempt} className={styles.why} open={Boolean(why || error)}>
      <summary>{t('open')}</summary>
      <TextInput
        id={id}
        name="why"
        label={t('label')}
        hint={t('hint')}
        maxLength={200}
        autoComplete="off"
        defaultValue={why}
        error={error}
      />
    </details>
  )
}

/** The same answer, its error under the id of this field, where a page has several. */
export function withWhyAt(id: string, state: FormState): FormState {
  const { why, ...errors } = state.errors
  return why ? { ...state, errors: { ...errors, [id]: why } } : state
}
