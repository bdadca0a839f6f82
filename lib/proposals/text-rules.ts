import { z } from 'zod'
import { placeInput } from '@/lib/places/schema'
import { type Snapshot, same } from '@/lib/places/snapshot'
import { isTextField, type TextField, textFields, textOf } from './fields'

/** The rule of each text field, as the form of a place has it, where it is sent. */
export const optionalRules = Object.fromEntries(
  textFields.map((field) => [field, z.optional(placeInput.shape[field])]),
) as { [Field in TextField]: z.ZodOptional<(typeof placeInput.shape)[Field]> }

/**
 * Values that came back from a form, where what was only shown and sent back stays as it was: a rule may write it
 * otherwise (`https://exemple.fr` → `https://exemple.fr/`), which nobody asked for.
 */
export function withoutRewriting(now: Snapshot, values: Snapshot): Snapshot {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      const asRead = isTextField(field) ? placeInput.shape[field].safeParse(textOf(now[field] ?? null)) : null
      return [field, asRead?.success && same(asRead.data, value) ? (now[field] ?? null) : value]
    }),
  )
}
