import { wordsOf } from './column-names'
import { valueByKeyword } from './keywords'
import { isListed, isUnderstood, listedValues, meaningIn, valueKey, yesOrNo } from './listed-values'
import type { FieldMapping, ListedField, Mapping, TableColumn } from './schema'

/** A value of a file and what it means: null when nobody knows yet. */
export interface WrittenValue {
  value: string
  /** How many rows say it */
  count: number
  /** National values; none when it says nothing; null when it is not understood */
  meaning: readonly string[] | null
}

/**
 * The values that the columns of a listed field hold, each with what it means. Empty where a column holds too many different ones.
 */
export function writtenValues(field: ListedField, from: FieldMapping, columns: readonly TableColumn[]): WrittenValue[] {
  const counts = new Map<string, { value: string; count: number }>()
  for (const { value, count } of from.columns.flatMap((key) => columns.find((one) => one.key === key)?.values ?? []))
    for (const item of itemsOf(field, value, from)) {
      const known = counts.get(valueKey(item))
      counts.set(valueKey(item), { value: known?.value ?? item, count: (known?.count ?? 0) + count })
    }
  return [...counts.values()].map(({ value, count }) => ({
    value,
    count,
    meaning: meaningIn(from.values, value) ?? (isUnderstood(field, value) ? [nationalValue(field, value)] : null),
  }))
}

/** As the row reader will: a comma parts items where the whole is none. */
function itemsOf(field: ListedField, value: string, { separator, values }: FieldMapping): string[] {
  if (separator !== null)
    return value
      .split(separator)
      .map((item) => item.trim())
      .filter(Boolean)
  if (isUnderstood(field, value) || meaningIn(values, value)) return [value]
  const parts = value
    .split(/,(?![^(]*\))/)
    .map((item) => item.trim())
    .filter(Boolean)
  return parts.length > 1 ? parts : [value]
}

/** Understood by itself: in the words of the schema where it has them. */
function nationalValue(field: ListedField, value: string): string {
  return listedValues[field].find((national) => valueKey(national) === valueKey(value)) ?? value
}

/** Proposes a meaning for the values that the readers do not understand. */
export function guessMeanings(fields: Mapping['fields'], columns: readonly TableColumn[]): void {
  for (const [field, from] of Object.entries(fields)) {
    if (!isListed(field as ListedField)) continue
    for (const { value, meaning } of writtenValues(field as ListedField, from, columns)) {
      if (meaning !== null) continue
      const guessed = meaningOf(field as ListedField, value, from)
      if (guessed) from.values[valueKey(value)] = guessed
    }
  }
}

/** "Oui" under "Gratuit" is the value that the column names; "non" says nothing that the schema can. */
function meaningOf(field: ListedField, value: string, { columns }: FieldMapping): string[] | null {
  const answer = yesOrNo(value)
  if (answer !== null) {
    const named = valueByKeyword(wordsOf(columns[0] ?? ''), field)
    return named ? (answer ? [named.value] : []) : null
  }
  const whole = valueByKeyword(wordsOf(value), field)
  if (!whole) return null
  // "Seniors et jeunes" are two; a part of a service or of a price may mean something else than the whole
  const parts = field === 'services' || field === 'frais_a_charge' ? [] : value.split(/\s(?:et|ou)\s|[/&]/i)
  const named = parts.flatMap((part) => valueByKeyword(wordsOf(part), field)?.value ?? [])
  return [...new Set([whole.value, ...named])]
}
