import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import type { Option } from '@/components/ui/select'
import { Table } from '@/components/ui/table'
import styles from './import.module.css'

/** The values that the columns of a field hold, and what the national schema lets them mean. */
export interface FieldMeanings {
  field: string
  label: string
  options: readonly Option[]
  /** Whether all of its values are there: a column may hold too many */
  isWhole: boolean
  values: readonly {
    key: string
    value: string
    count: number
    answer: string
    /** Where one value means several */
    meaning: string
  }[]
}

interface Props {
  meanings: readonly FieldMeanings[]
  /** What was typed in a field of the form, or what it is by itself */
  typed: (name: string, value: string) => string
}

/** What each value of the file means, to be corrected: fields with a value that nobody understands are open. */
export function Meanings({ meanings, typed }: Props) {
  const t = useTranslations('coordination.imports')
  if (meanings.length === 0) return null
  return (
    <section aria-labelledby="valeurs" className={styles.meanings}>
      <h3 id="valeurs">{t('meaningsTitle')}</h3>
      <p>{t('meaningsIntro')}</p>
      {meanings.map(({ field, label, options, isWhole, values }) => {
        const unknown = values.filter(({ answer }) => answer === '').length
        return (
          <Disclosure
            key={field}
            summary={t('meaningsOf', { field: label, count: values.length, unknown })}
            open={unknown > 0}
          >
            {!isWhole && <p>{t('meaningsTooMany')}</p>}
            {values.length > 0 && (
              <Table caption={label} columns={[t('value'), t('rowsOf'), t('means')]} className={styles.columns}>
                {values.map(({ key, value, count, answer, meaning }, index) => (
                  <tr key={key}>
                    <th scope="row" id={`valeur-${field}-${index}`}>
                      {value}
                    </th>
                    <td data-label={t('rowsOf')}>{count}</td>
                    <td data-label={t('means')}>
                      <select
                        name={`meaning.${field}.${key}`}
                        className={styles.answer}
                        aria-labelledby={`valeur-${field}-${index}`}
                        defaultValue={typed(`meaning.${field}.${key}`, answer)}
                      >
                        <option value="">{t('noMeaning')}</option>
                        {answer === 'comme-devine' && <option value="comme-devine">{meaning}</option>}
                        {options.map((option) => (
                          <option key={option.value} value={option.value}>
                            {option.label}
                          </option>
                        ))}
                        <option value="ignorer">{t('ignoreValue')}</option>
                      </select>
                    </td>
                  </tr>
                ))}
              </Table>
            )}
          </Disclosure>
        )
      })}
    </section>
  )
}
