import type { Conflict, FormValues } from '@/lib/form-state'

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
  for (const field of new Set([...Object.keys(started), ...Object.keys(theirs), ...Object.keys(yours)])) {
    const [before, now, sent] = [started[field] ?? [], theirs[field] ?? [], yours[field] ?? []]
    if (sameText(before, now) || sameText(now, sent)) continue
    if (sameText(before, sent)) values[field] = now
    else conflicts.push({ field, theirs: now, yours: sent })
  }
  return { values, conflicts }
}

/** Forms send line ends as CR LF, and an empty field where the database has nothing. */
function sameText(one: readonly string[], other: readonly string[]): boolean {
  const written = (values: readonly string[]) =>
    JSON.stringify(
      values
        .map((value) => value.replaceAll('\r\n', '\n'))
        .filter(Boolean)
        .sort(),
    )
  return written(one) === written(other)
}
