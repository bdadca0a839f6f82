import { leafOf, wordsOf } from './column-names'
import { valueByKeyword } from './keywords'
import { isUnderstood, listedValues, yesOrNo } from './listed-values'
import { type FieldMapping, type ListedField, listedFields, type TableColumn } from './schema'

/**
 * Finds the columns of a grid: each names a national value, and says yes or no ("Accès internet : oui", a cross). A
 * column whose name means nothing is left for what it is.
 */
export function guessMarks(columns: readonly TableColumn[]): { field: ListedField; marks: FieldMapping['marks'] }[] {
  const byField = new Map<ListedField, FieldMapping['marks']>()
  for (const column of columns) {
    if (!saysYesOrNo(column)) continue
    const found = valueNamed(column.key)
    if (found)
      byField.set(found.field, [...(byField.get(found.field) ?? []), { column: column.key, value: found.value }])
  }
  return [...byField].map(([field, marks]) => ({ field, marks }))
}

function saysYesOrNo({ values }: TableColumn): boolean {
  return (
    values !== null &&
    values.length > 0 &&
    values.every(({ value }) => yesOrNo(value) !== null) &&
    values.some(({ value }) => yesOrNo(value))
  )
}

function valueNamed(header: string): { field: ListedField; value: string } | null {
  // "Services · Accès internet", "services.acces_internet": the last part names the value
  const leaf = leafOf(header.split(/ · | : | - /).at(-1) ?? header)
  for (const field of listedFields) {
    const exact = listedValues[field].find((value) => wordsOf(value) === wordsOf(leaf))
    if (exact) return { field, value: exact }
  }
  const words = wordsOf(leaf)
  const found = valueByKeyword(words)
  return found && isUnderstood(found.field, found.value) ? found : null
}
