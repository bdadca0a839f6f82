import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/** Characters that nobody sees and nobody means: controls, direction marks, lone surrogates. Joiners stay: emoji need them. */
const invisible = /[^\P{Cc}\t\n\r\u0085]|[^\P{Cf}\u200C\u200D]|\p{Surrogate}/gu

/** What people and programs write in a cell that has nothing to say. */
const placeholder =
  /^(null|nil|none|nan|n\/?a|n\.a\.?|#n\/a|#ref!|#nom\?|#name\?|#div\/0!|#valeur!|#value!|undefined|nc|n\.c\.?|néant|neant|vide|inconnu|aucune?|non (renseigné|communiqué|disponible|précisé)e?s?|[-–—_.?/\\*x]+|\[\]|\{\})$/i

/** One line of text, or an empty string when there is nothing in it. */
export function cleanLine(text: string): string {
  if (text === '') return ''
  const line = repairCharacters(text)
    .replace(/[\s\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/gu, ' ')
    .trim()
  return placeholder.test(line) ? '' : line
}

/** Text that may have paragraphs, or an empty string when there is nothing in it. */
export function cleanText(text: string): string {
  if (text === '') return ''
  const lines = repairCharacters(text)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/gu, ' ').trim())
  const joined = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return placeholder.test(joined) ? '' : joined
}

/** Nothing to repair there, as in most cells: told at once, since files have hundreds of thousands. */
const plain = /^[ -%'-~]*$/

function repairCharacters(text: string): string {
  if (plain.test(text)) return text
  return decodeEntities(repairMojibake(text.normalize('NFC')))
    .replace(invisible, '')
    .replace(latin9, (sign) => (sign === '½' ? 'œ' : 'Œ'))
}

/** ISO 8859-15 puts œ and Œ where Windows-1252 has fractions: "C½ur", "½uvre". "10h½" and "½h" are hours. */
const latin9 =
  /(?<=\p{L})(?<!\d\s?h)[½¼](?=\p{L})|(?<![\p{L}\d])[½¼](?=uvr|ufs?\b|il(?!\p{L})|ill[eè]|cum|nolog|soph|d[eè]m)/giu

/**
 * What UTF-8's most frequent characters look like in Windows-1252: `Ã©`, `Â«`, `Å“`, `â€™`. French
 * has none of these pairs of its own.
 */
const misread =
  /[ÂÃÅ][\u0080-\u00BF\u0152-\u0178\u02C6\u02DC\u2013-\u203A\u20AC\u2122]|â[\u0080-\u00BF\u0152-\u0178\u02C6\u02DC\u2013-\u203A\u20AC\u2122]{2}/g

/** Undoes "MÃ©diathÃ¨que": UTF-8 that some program read as Windows-1252. */
function repairMojibake(text: string): string {
  return text.replace(misread, (pair) => {
    const bytes = iconv.encode(pair, 'win1252')
    return isUtf8(bytes) ? bytes.toString('utf8') : pair
  })
}

const entities: Readonly<Record<string, string | undefined>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  deg: '°',
  euro: '€',
  oelig: 'œ',
  OElig: 'Œ',
}

const marks: Readonly<Record<string, string | undefined>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  cedil: '\u0327',
}

/** `L&#039;&eacute;cole` → `L'école`, as exports of web sites often need. The result is text, never markup. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6})|([a-z])(acute|grave|circ|uml|cedil));/gi, decode)
}

function decode(
  written: string,
  decimal?: string,
  hexadecimal?: string,
  name?: string,
  letter?: string,
  mark?: string,
): string {
  if (decimal || hexadecimal) {
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written
  }
  if (letter && mark) return `${letter}${marks[mark.toLowerCase()] ?? ''}`.normalize('NFC')
  const accented = /^([a-z])(acute|grave|circ|uml|cedil)$/i.exec(name ?? '')
  if (accented) return `${accented[1]}${marks[(accented[2] ?? '').toLowerCase()] ?? ''}`.normalize('NFC')
  return entities[name ?? ''] ?? written
}
