import type { FormState } from '@/lib/form-state'
import type { PersonDetails } from '@/lib/referrals/sealed-parts'

/** Who the person is, in the answer to a form and nowhere else. */
export function revealedPerson(person: PersonDetails | null): Partial<FormState> {
  const told = Object.entries(person ?? {}).flatMap(([name, value]) => (value ? [[name, [value]]] : []))
  return { tone: 'success', values: { revealed: ['on'], ...Object.fromEntries(told) } }
}
