import { UserError } from '@/lib/errors'
import { dayColumns } from '@/lib/open-data/columns'
import { missingIn } from '../mapping/completeness'
import { isListed, listedValues } from '../mapping/listed-values'
import {
  type FieldMapping,
  type ListedField,
  listedFields,
  type Mapping,
  mappableFields,
  type TargetField,
} from '../mapping/schema'
import { guessMeanings, type WrittenValue } from '../mapping/value-meanings'
import { constantFields, type MappingAnswers, type UploadForm } from './schema'

/** The answer of a column that ticks a value where it says yes, or of a value that means several: as it was guessed. */
export const asGuessed = 'comme-devine'
/** The answer of a value that says nothing that is to be kept. */
const ignored = 'ignorer'

/** Fields that take every column that names them, each as an item. */
const lists: ReadonlySet<string> = new Set(['courriels', 'site_web', 'typologie', ...listedFields, ...dayColumns])

/** What each column says by a mapping, in the order of the columns: a field, `asGuessed`, or nothing. */
export function answersOf({ columns }: UploadForm, { fields }: Mapping): string[] {
  const entries = Object.entries(fields) as [TargetField, FieldMapping][]
  return columns.map(({ key }) => {
    const field = entries.find(([, from]) => from.columns.includes(key))?.[0]
    if (field) return field
    return entries.some(([, from]) => from.marks.some(({ column }) => column === key)) ? asGuessed : ''
  })
}

/**
 * The mapping that a person says. What was guessed of a field whose columns she left stays: the order of its columns,
 * what its values mean.
 *
 * @throws UserError when no row could be taken by it
 */
export function correctedMapping(form: UploadForm, former: Mapping, answers: MappingAnswers): Mapping {
  const { column, constant, meaning } = answers
  const chosen = answersOf(form, former).map((guessed, index) => column[String(index)] ?? guessed)
  const keysOf = (answer: string) => form.columns.flatMap(({ key }, index) => (chosen[index] === answer ? [key] : []))
  const kept = new Set(keysOf(asGuessed))
  const fields: Mapping['fields'] = {}
  for (const field of new Set<TargetField>([...mappableFields, ...(Object.keys(former.fields) as TargetField[])])) {
    const before = former.fields[field]
    const columns = keysOf(field)
    const isSame =
      before !== undefined &&
      columns.length === before.columns.length &&
      columns.every((key) => before.columns.includes(key))
    const marks = before?.marks.filter((mark) => kept.has(mark.column)) ?? []
    const isAsked = (constantFields as readonly string[]).includes(field)
    const said = isAsked ? constant[field as keyof typeof constant]?.trim() || null : (before?.constant ?? null)
    if (columns.length === 0 && marks.length === 0 && said === null) continue
    const values = isListed(field) ? meaningsOf(field, before?.values ?? {}, meaning[field]) : (before?.values ?? {})
    fields[field] = {
      columns: isSame ? before.columns : columns,
      combine: isSame ? before.combine : combinationOf(field, columns.length),
      separator: before?.separator ?? null,
      constant: said,
      values,
      marks,
    }
    if (!isSame) guessMeanings({ [field]: fields[field] }, form.columns)
  }
  const mapping = { ...former, fields }
  const missing = missingIn(mapping)
  if (missing.length > 0) throw new UserError(missing.join(' '))
  return mapping
}

/** What values mean, but for what she answered otherwise. */
function meaningsOf(
  field: ListedField,
  before: FieldMapping['values'],
  answers: Readonly<Record<string, string>> = {},
): FieldMapping['values'] {
  const values = new Map(Object.entries(before))
  for (const [key, answer] of Object.entries(answers)) {
    if (answer === '') values.delete(key)
    else if (answer === ignored) values.set(key, [])
    else if (listedValues[field].includes(answer)) values.set(key, [answer])
  }
  return Object.fromEntries(values)
}

/** What each value that was found means, as a form asks it. */
export function meaningAnswer(field: ListedField, { meaning }: WrittenValue): string {
  if (meaning === null) return ''
  if (meaning.length === 0) return ignored
  const [only = ''] = meaning
  return meaning.length === 1 && listedValues[field].includes(only) ? only : asGuessed
}

function combinationOf(field: TargetField, count: number): FieldMapping['combine'] {
  if (count < 2) return 'first'
  if (field === 'adresse' || field === 'adresse_complete') return 'join'
  return lists.has(field) ? 'all' : 'first'
}
