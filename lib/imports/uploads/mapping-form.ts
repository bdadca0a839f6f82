import { UserError } from '@/lib/errors'
import { dayColumns } from '@/lib/open-data/columns'
import { missingIn } from '../mapping/completeness'
import { type FieldMapping, listedFields, type Mapping, mappableFields, type TargetField } from '../mapping/schema'
import { constantFields, type MappingAnswers, type UploadForm } from './schema'

/** The answer of a column that ticks a value where it says yes: it stays as it was guessed. */
export const asGuessed = 'comme-devine'

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
export function correctedMapping(form: UploadForm, former: Mapping, { column, constant }: MappingAnswers): Mapping {
  const answers = answersOf(form, former).map((guessed, index) => column[String(index)] ?? guessed)
  const keysOf = (answer: string) => form.columns.flatMap(({ key }, index) => (answers[index] === answer ? [key] : []))
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
    fields[field] = {
      columns: isSame ? before.columns : columns,
      combine: isSame ? before.combine : combinationOf(field, columns.length),
      separator: before?.separator ?? null,
      constant: said,
      values: before?.values ?? {},
      marks,
    }
  }
  const mapping = { ...former, fields }
  const missing = missingIn(mapping)
  if (missing.length > 0) throw new UserError(missing.join(' '))
  return mapping
}

function combinationOf(field: TargetField, count: number): FieldMapping['combine'] {
  if (count < 2) return 'first'
  if (field === 'adresse' || field === 'adresse_complete') return 'join'
  return lists.has(field) ? 'all' : 'first'
}
