/** An address written in one cell, taken apart; what it lacks is empty. */
export interface WholeAddress {
  address: string
  postcode: string
  commune: string
}

/** Neither the number of a box of the post ("CS 41234 Blois") nor a door and a street's number ("Bât. 12 100 rue A"). */
const postcode =
  /(?<![\d-]|\b(?:B\.?P|C\.?S|TSA)\.?\s?)(?:F-?)?(\d{5}|\d{2} \d{3}(?!\s+(?:rue|avenue|boulevard|place|chemin|route|impasse|all[ée]e|av|bd|quai|cours|square)\b))(?!\d)[\s,;-]*(?=\p{L})/giu

/**
 * Takes apart "12 rue de la Paix, 41000 Blois": the last postcode that a name follows parts the street from the
 * town. Without one, nothing tells them apart and all of it is the address.
 */
export function readWholeAddress(text: string): WholeAddress {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[\s,;(-]*\bfrance\b[\s.)]*$/i, '')
    .trim()
  const code = [...line.matchAll(postcode)].at(-1)
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
