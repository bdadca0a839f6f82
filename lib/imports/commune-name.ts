/** A commune's name as one writes it in an address, taken apart. */
export interface WrittenCommune {
  /** Without CEDEX, postcode, département in parentheses or arrondissement */
  name: string
  /** Paris, Lyon and Marseille */
  arrondissement: number | null
  /** A postcode written beside the name */
  postcode: string | null
}

/** A name and nothing else, as in most cells: nothing to take apart, unless it ends in CEDEX. */
const plain = /^\p{L}+(?:[ '’-]\p{L}+)*$/u

/** Takes apart "PARIS 12EME", "49350 GENNES-VAL-DE-LOIRE", "CAHORS CEDEX 9", "SAINT-ÉTIENNE (LOIRE)". */
export function readCommuneName(text: string): WrittenCommune {
  if (plain.test(text) && !/cedex/i.test(text)) return { name: text, arrondissement: null, postcode: null }
  const postcode = /(?<!\d)\d{5}(?!\d)/.exec(text)?.[0] ?? null
  const name = text
    .replace(/(?<!\d)\d{5}(?!\d)/g, ' ')
    .replace(/\bcedex\b.*$/i, ' ')
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/^\s*0(?=\p{L})/u, 'O')
    .replace(/^[\s,;-]+|[\s,;-]+$/g, '')
    .replace(/\s+/g, ' ')
  const city =
    /^(paris|lyon|marseille)[\s-]*0*(\d{1,2})\s*(?:er|e|eme|ème|è|ieme|ième|nd)?\b(?:\s*arr(?:ondissement)?\.?)?\s*$/i.exec(
      name,
    )
  return city
    ? { name: city[1] ?? '', arrondissement: Number(city[2]), postcode }
    : { name: /[\p{L}]/u.test(name) ? name : '', arrondissement: null, postcode }
}
