import { useTranslations } from 'next-intl'
import type { Conflict } from '@/lib/form-state'
import { fieldWords } from '@/lib/places/field-words'
import styles from './place-form.module.css'
import { useFieldName } from './use-field-name'

/** Both versions, side by side, of what two people changed. */
export function ConflictTable({ conflicts }: { conflicts: readonly Conflict[] }) {
  const t = useTranslations('coordination.place')
  const nameOf = useFieldName()
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
            <th scope="row">
              <a href={`#${field === 'commune' ? 'communeCode' : field.replace('[]', '')}`}>{nameOf(field)}</a>
            </th>
            <td>{fieldWords(field, theirs) || t('nothing')}</td>
            <td>{fieldWords(field, yours) || t('nothing')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
