/** What a folded name is written with. */
const characters = [...'abcdefghijklmnopqrstuvwxyz ']

/**
 * Every text that is one slip of the finger away from `typed`: a character lost, swapped with the next,
 * replaced or added. Trigrams of short names miss these: "uLcé" and "Lucé" share but the end.
 */
export function oneSlipAway(typed: string): string[] {
  const found = new Set<string>()
  for (let at = 0; at <= typed.length; at++) {
    const [before, after] = [typed.slice(0, at), typed.slice(at)]
    for (const character of characters) {
      found.add(before + character + after)
      if (after !== '') found.add(before + character + after.slice(1))
    }
    found.add(before + after.slice(1))
    if (after.length > 1) found.add(before + after[1] + after[0] + after.slice(2))
  }
  found.delete(typed)
  return [...found]
}
