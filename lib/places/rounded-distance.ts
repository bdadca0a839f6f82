/** A distance as one says it: metres by fifties, then kilometres with a decimal, then without. */
export type RoundedDistance = { unit: 'metres' | 'kilometres'; value: number }

/** @param metres along the ground, as the crow flies */
export function roundedDistance(metres: number): RoundedDistance {
  const byFifties = Math.max(50, Math.round(metres / 50) * 50)
  if (byFifties < 1000) return { unit: 'metres', value: byFifties }
  const kilometres = Math.round(metres / 100) / 10
  return { unit: 'kilometres', value: kilometres < 10 ? kilometres : Math.round(metres / 1000) }
}
