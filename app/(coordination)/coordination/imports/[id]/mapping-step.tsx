import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { listedValues, valueKey } from '@/lib/imports/mapping/listed-values'
import { listedFields, type Mapping, mappableFields, type TargetField } from '@/lib/imports/mapping/schema'
import { writtenValues } from '@/lib/imports/mapping/value-meanings'
import { answersOf, asGuessed, meaningAnswer } from '@/lib/imports/uploads/mapping-form'
import { constantFields, type UploadForm } from '@/lib/imports/uploads/schema'
import { MappingForm } from './mapping-form'
import { RemoveForm } from './remove-form'
import { SheetForm } from './sheet-form'

interface Props {
  id: string
  form: UploadForm
  mapping: Mapping
}

/** The columns of a file with what they hold, and what each is thought to say. */
export function MappingStep({ id, form, mapping }: Props) {
  const t = useTranslations('coordination.imports')
  // Those of the known formats have names of their own
  const nameOf = (field: string) => (t.has(`fields.${field as 'nom'}`) ? t(`fields.${field as 'nom'}`) : field)
  const answers = answersOf(form, mapping)
  const held = Object.keys(mapping.fields) as TargetField[]
  const fields = [...new Set<TargetField>([...mappableFields, ...held])]
  const marked = (key: string) =>
    held.flatMap((field) =>
      (mapping.fields[field]?.marks ?? []).flatMap(({ column, value }) =>
        column === key ? [`${nameOf(field)} : ${value}`] : [],
      ),
    )
  const columns = form.columns.map((column, index) => {
    const answer = answers[index] ?? ''
    const guess = form.guesses[answer as TargetField]
    return {
      name: column.key,
      samples: column.samples.slice(0, 3),
      filled: column.filled,
      answer,
      marks: marked(column.key),
      reason: answer === '' || answer === asGuessed ? '' : form.isFromSource ? t('fromSource') : (guess?.reason ?? ''),
      isUnsure: !form.isFromSource && guess?.confidence === 'possible',
    }
  })
  const meanings = listedFields.flatMap((field) => {
    const from = mapping.fields[field]
    if (!from || from.columns.length === 0) return []
    const options = listedValues[field].map((value) => ({ value, label: value }))
    const isWhole = form.columns.every(({ key, values }) => values !== null || !from.columns.includes(key))
    const values = writtenValues(field, from, form.columns).map((written) => ({
      key: valueKey(written.value),
      value: written.value,
      count: written.count,
      answer: meaningAnswer(field, written),
      meaning: (written.meaning ?? []).join(', '),
    }))
    return [{ field, label: nameOf(field), options, isWhole, values }]
  })
  return (
    <>
      <h2>{t('columnsTitle')}</h2>
      <p>{t('columnsIntro', { count: form.rowCount })}</p>
      {form.notices.length > 0 && (
        <Notice tone="warning" title={t('notices')}>
          <ul>
            {form.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </Notice>
      )}
      {form.sheets.length > 1 && <SheetForm id={id} sheet={form.sheet ?? ''} sheets={form.sheets} />}
      <MappingForm
        id={id}
        columns={columns}
        meanings={meanings}
        fields={fields.map((field) => ({ value: field, label: nameOf(field) }))}
        constants={constantFields.map((field) => ({
          field,
          label: t(`constants.${field}`),
          value: mapping.fields[field]?.constant ?? '',
          options: listedValues[field].map((value) => ({ value, label: value })),
        }))}
      />
      <RemoveForm id={id} />
    </>
  )
}
