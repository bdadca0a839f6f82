import { useTranslations } from 'next-intl'
import { fieldWords } from '@/lib/places/field-words'
import type { Change } from '@/lib/places/snapshot'
import { useFieldName } from '../place-form/use-field-name'
import styles from './revision-list.module.css'

/** Each field that changed, as it was and as it became. */
export function FieldChanges({ change: { before, after } }: { change: Change }) {
  const t = useTranslations('coordination.history')
  const nameOf = useFieldName()
  return (
    <dl className={styles.fields}>
      {Object.keys(after).map((field) => (
        <div key={field}>
          <dt>{nameOf(field)}</dt>
          <dd>
            {field in before && (
              <>
                <del>{fieldWords(field, before[field]) || t('nothing')}</del>
                <span aria-hidden="true"> → </span>
              </>
            )}
            <ins>{fieldWords(field, after[field]) || t('nothing')}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
