import { useTranslations } from 'next-intl'
import choice from '@/components/ui/field.module.css'
import type { Conflict, FormValues } from '@/lib/form-state'
import { fieldWords } from '@/lib/places/field-words'
import { choiceName, theirsName } from '@/lib/places/three-way'
import styles from './place-form.module.css'
import { useFieldName } from './use-field-name'

/** Both versions of what two people changed: she chooses one for each field. Hers is in the form below. */
export function ConflictTable({ conflicts }: { conflicts: readonly Conflict[] }) {
  const t = useTranslations('coordination.place')
  const nameOf = useFieldName()
  const wordsOf = (values: FormValues) =>
    Object.entries(values)
      .map(([name, value]) => fieldWords(name, value))
      .filter(Boolean)
      .join(' · ') || t('nothing')
  return (
    <table className={styles.conflicts}>
      <caption>{t('conflictCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('theirs')}</th>
          <th scope="col">{t('yours')}</th>
        </tr>
      </thead>
      <tbody>
        {conflicts.map(({ field, theirs, yours }) => (
          <tr key={field}>
            <th scope="row" id={`conflit-${field}`}>
              {nameOf(field)}
            </th>
            {(['theirs', 'yours'] as const).map((side) => (
              <td key={side}>
                <label className={choice.choice}>
                  <input
                    type="radio"
                    name={choiceName(field)}
                    value={side}
                    defaultChecked={side === 'yours'}
                    aria-describedby={`conflit-${field}`}
                  />
                  <span>{wordsOf(side === 'theirs' ? theirs : yours)}</span>
                </label>
                {side === 'theirs' &&
                  Object.entries(theirs).flatMap(([name, values]) =>
                    values.map((value) => (
                      <input key={`${name} ${value}`} type="hidden" name={theirsName(name)} value={value} />
                    )),
                  )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
