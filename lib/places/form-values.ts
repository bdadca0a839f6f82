import type { FormValues } from '@/lib/form-state'
import type { Snapshot } from './snapshot'
import type { Term } from './terms'

/** The commune is typed by its name; the status and the closures have forms of their own. */
const elsewhere = new Set(['communeCode', 'status', 'closures'])

/** One value a line in a text field. */
const linesOf = new Set(['emails', 'websites', 'otherLabels'])

/** A place in the fields of its form: `placeInput` reads it back as it was. */
export function placeFormValues(place: Snapshot, communeName: string): FormValues {
  const values: Record<string, readonly string[]> = { commune: [communeName] }
  for (const [name, value] of Object.entries(place)) {
    if (elsewhere.has(name)) continue
    if (name.endsWith('Terms')) writeTerms(values, name, value as unknown as Term<string>[])
    else if (!name.startsWith('services.')) write(values, name, value)
    else if (value !== null) {
      values[`${name}.offered`] = ['on']
      for (const [part, partValue] of Object.entries(value)) write(values, `${name}.${part}`, partValue)
    }
  }
  return values
}

function writeTerms(values: Record<string, readonly string[]>, name: string, terms: readonly Term<string>[] | null) {
  for (const { code, ...days } of terms ?? []) {
    for (const [part, value] of Object.entries(days)) write(values, `${name}.${code}.${part}`, value)
  }
}

function write(values: Record<string, readonly string[]>, name: string, value: unknown) {
  if (Array.isArray(value) && !linesOf.has(name)) values[`${name}[]`] = value.map(String)
  else values[name] = [Array.isArray(value) ? value.join('\n') : String(value ?? '')]
}
