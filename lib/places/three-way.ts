import type { Conflict, FormValues } from '@/lib/form-state'

/**
 * The field that two people disagree on: a line of the grid, the dates of a programme and a position are
 * one each, since half of them would lie.
 */
function unitOf(name: string): string {
  const [first = '', code] = name.replace(/\[\]$/, '').split('.')
  if (['latitude', 'longitude', 'precision'].includes(first)) return 'position'
  return code === undefined ? first : `${first}.${code}`
}

/**
 * Two people changed a place from the same version. What only the other one changed is taken as it
 * now is; what only she changed stays; where both did, hers stays in the form and both are shown.
 *
 * @param started the form as she got it
 * @param theirs the form as the place now is
 * @param yours the form as she sent it
 */
export function mergeForms(
  started: FormValues,
  theirs: FormValues,
  yours: FormValues,
): { values: FormValues; conflicts: Conflict[] } {
  const values: Record<string, readonly string[]> = { ...yours }
  const conflicts: Conflict[] = []
  for (const [field, names] of unitsOf([started, theirs, yours])) {
    const [before, now, sent] = [started, theirs, yours].map((form) => only(form, names)) as [Form, Form, Form]
    if (sameText(before, now) || sameText(now, sent)) continue
    if (sameText(before, sent)) for (const name of names) values[name] = now[name] ?? []
    else conflicts.push({ field, theirs: now, yours: sent })
  }
  return { values, conflicts }
}

type Form = Record<string, readonly string[]>

function unitsOf(forms: readonly FormValues[]): Map<string, string[]> {
  const units = new Map<string, string[]>()
  for (const name of new Set(forms.flatMap((form) => Object.keys(form)))) {
    units.set(unitOf(name), [...(units.get(unitOf(name)) ?? []), name])
  }
  return units
}

const only = (form: FormValues, names: readonly string[]): Form =>
  Object.fromEntries(names.map((name) => [name, form[name] ?? []]))

/** Forms send line ends as CR LF, and an empty field where the database has nothing. */
function sameText(one: Form, other: Form): boolean {
  const written = (form: Form) =>
    JSON.stringify(
      Object.values(form).map((values) =>
        values
          .map((value) => value.replaceAll('\r\n', '\n'))
          .filter(Boolean)
          .sort(),
      ),
    )
  return written(one) === written(other)
}

/** The name under which a form of conflicts sends whose version of a field is kept. */
export const choiceName = (field: string) => `choix.${field}`
/** The name under which it sends the other person's value of a field. */
export const theirsName = (name: string) => `autre.${name}`

/** What a form says once she has chosen, field by field, between her version and the other person's. */
export function withChoices(sent: FormValues): FormValues {
  const takesTheirs = (name: string) => sent[choiceName(unitOf(name))]?.[0] === 'theirs'
  const values: Form = {}
  for (const [name, value] of Object.entries(sent)) {
    if (name.startsWith('choix.')) continue
    const [, other] = /^autre\.(.+)$/.exec(name) ?? []
    if (other === undefined ? !takesTheirs(name) : takesTheirs(other)) values[other ?? name] = value
  }
  return values
}
