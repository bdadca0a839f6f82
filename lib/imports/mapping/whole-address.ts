/** An address written in one cell, taken apart; what it lacks is empty. */
export interface WholeAddress {
  address: string
  postcode: string
  commune: string
}

/**
 * Takes apart "12 rue de la Paix, 41000 Blois": the last postcode that a name follows parts the street from the
 * town. Without one, nothing tells them apart and all of it is the address.
 */
export function readWholeAddress(text: string): WholeAddress {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[\s,;(-]*\bfrance\b[\s.)]*$/i, '')
    .trim()
  const codes = [...line.matchAll(/(?<![\d-])(?:F-?)?(\d{5}|\d{2} \d{3})(?!\d)[\s,;-]*(?=\p{L})/gu)]
  const code = codes.at(-1)
  if (!code) {
    // "Blois 41000": the town stands before its code, after the last comma
    const ending = /^(?:(.*),\s*)?(\p{L}[\p{L}\s'’-]*?)[\s,(]+(\d{5})\)?$/u.exec(line)
    if (ending) return { address: (ending[1] ?? '').trim(), commune: ending[2] ?? '', postcode: ending[3] ?? '' }
    return { address: line, postcode: '', commune: '' }
  }
  const address = line.slice(0, code.index).replace(/[\s,;:–-]+$/, '')
  const commune = line
    .slice(code.index + code[0].length)
    .replace(/[\s,;]+$/, '')
    .replace(/\s*,.*$/, '')
  return { address, postcode: (code[1] ?? '').replace(' ', ''), commune }
}
