/** Characters of a cell that two numbers may take, with all that is written around them */
const longest = 200

/** Two numbers of one cell in the order in which they stand: "47.58, 1.33", "POINT(1.33 47.58)", "(652000;6862000)". */
export function readPair(text: string): [first: number, second: number] | null {
  if (text.length > longest) return null
  const inner = text
    .replace(/^\s*(?:SRID=\d+;)?\s*POINT\s*Z?\s*/i, '')
    // "47° 35" is one number, in degrees and minutes
    .replace(/[()[\]{}]|(?<=[.,]\d+)\s*°/g, ' ')
    .replace(/[−–]/g, '-')
    .trim()
  const written =
    /^(-?\d+(?:\.\d+)?)\s*[,;|/\s]\s*(-?\d+(?:\.\d+)?)$/.exec(inner) ??
    /^(-?\d+,\d+)\s*(?:[;|/\s]|,\s)\s*(-?\d+,\d+)$/.exec(inner)
  if (!written) return null
  return [number(written[1]), number(written[2])]
}

function number(text = ''): number {
  return Number(text.replace(',', '.'))
}

/** A number as a cell writes it, with its decimal comma or its thin spaces; null for anything else. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00A0\u202F']/g, '').replace(',', '.')
  return /^[+-]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null
}
