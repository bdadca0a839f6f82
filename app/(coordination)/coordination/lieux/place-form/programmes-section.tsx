import { useTranslations } from 'next-intl'
import { TextInput } from '@/components/ui/text-input'
import { labels, programmes } from '@/lib/open-data/vocabulary'
import { Lines } from './fields'
import type { FormFields } from './form-fields'
import styles from './programmes-section.module.css'

/** Programmes and labels: those that are ticked say since when, until when, and what else is to know. */
export function ProgrammesSection({ fields }: { fields: FormFields }) {
  const t = useTranslations('coordination')
  return (
    <>
      <p>{t('hints.terms')}</p>
      <HeldList fields={fields} name="programmes" terms="programmeTerms" words={programmes} />
      <HeldList fields={fields} name="labels" terms="labelTerms" words={labels} />
      <Lines fields={fields} name="otherLabels" hint={t('hints.onePerLine')} rows={2} />
    </>
  )
}

interface ListProps {
  fields: FormFields
  name: 'programmes' | 'labels'
  terms: 'programmeTerms' | 'labelTerms'
  words: Readonly<Record<string, string>>
}

function HeldList({ fields, name, terms, words }: ListProps) {
  const t = useTranslations('coordination.fields')
  return (
    <fieldset className={styles.list} id={name}>
      <legend>{t(name)}</legend>
      {Object.entries(words).map(([code, label]) => (
        <fieldset key={code} className={styles.row}>
          <legend className="visually-hidden">{label}</legend>
          <label className={styles.held}>
            <input type="checkbox" name={`${name}[]`} value={code} defaultChecked={fields.list(name).includes(code)} />
            <span>{label}</span>
          </label>
          <div className={styles.details}>
            {(['since', 'until', 'note'] as const).map((part) => {
              const field = `${terms}.${code}.${part}`
              return (
                <TextInput
                  key={part}
                  type={part === 'note' ? 'text' : 'date'}
                  name={field}
                  label={t(part === 'note' ? 'termNote' : part)}
                  error={fields.error(field)}
                  defaultValue={fields.text(field)}
                  maxLength={part === 'note' ? 200 : undefined}
                  autoComplete="off"
                />
              )
            })}
          </div>
        </fieldset>
      ))}
    </fieldset>
  )
}
