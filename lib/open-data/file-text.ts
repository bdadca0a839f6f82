import iconv from 'iconv-lite'
import { UserError } from '@/lib/errors'
import { createDecoder, type Decoder, type Encoding } from './decoder'

export interface DecodedText {
  text: string
  encoding: Encoding
}

/** What old Macs and DOS wrote, which no byte tells from Windows-1252: only the words do. */
const elders = [
  { name: 'macintosh', encoding: 'Mac' },
  { name: 'cp850', encoding: 'DOS' },
] as const

const accents = 'éèêëàâäîïôöùûüçœæÉÈÊËÀÂÎÏÔÙÛÇŒ'
/** Accents where French has them: beside a letter. */
const inWord = new RegExp(`(?<=[a-zA-Z'’])[${accents}]|[${accents}](?=[a-z])`, 'gu')
/** Neither a letter of French nor a sign that its texts use. */
const odd = new RegExp(`[^\\x00-\\x7F${accents}ñÑóíáúÁ«»‘’“”–—…°€²³½¼ºª·•œ\\u00A0\\u202F\\uFEFF]`, 'gu')
const controls = /[^\P{Cc}\t\n\r\f\v]|\uFFFD/gu

/**
 * The text of a whole file, in whatever encoding French tables come, without the NULs that programs leave in some.
 *
 * @throws UserError when its bytes are no text, or a text whose letters would be wrong
 */
export function decodeText(bytes: Buffer): DecodedText {
  const { text, encoding } = checked(bytes, true)
  return { text: text.replaceAll('\0', ''), encoding }
}

/**
 * The same for a file that is read chunk by chunk, told from its head.
 *
 * @throws UserError as `decodeText` does
 */
export function decoderOf(head: Buffer): Decoder {
  const { encoding } = checked(head, false)
  const elder = elders.find((one) => one.encoding === encoding)
  const decoder = elder ? iconv.getDecoder(elder.name) : createDecoder(head)
  return {
    write: (chunk) => decoder.write(Buffer.from(chunk)).replaceAll('\0', ''),
    end: () => decoder.end() ?? '',
    encoding: () => ('encoding' in decoder ? decoder.encoding() : encoding),
  }
}

function checked(bytes: Buffer, isWhole: boolean): DecodedText {
  const wide = bytes.readUIntBE(0, Math.min(4, bytes.length))
  if (bytes.length >= 4 && (wide === 0xfffe0000 || wide === 0x0000feff)) throw new UserError(wrongEncoding)
  const decoder = createDecoder(bytes)
  const text = decoder.write(bytes) + (isWhole ? decoder.end() : '')
  const decoded = { text, encoding: decoder.encoding() }
  const best = decoded.encoding === 'Windows-1252' ? likeliest(bytes, decoded) : decoded
  // A stray NUL is a slip of some program; many are no text
  if (count(best.text, /\0/g) > Math.max(1, best.text.length / 100))
    throw new UserError('Ce fichier n’est pas du texte. Il nous faut un tableau : CSV, XLSX, JSON ou GeoJSON.')
  if (isWrong(best)) throw new UserError(wrongEncoding)
  return best
}

const wrongEncoding =
  'L’encodage de ce fichier n’est pas reconnu : ses lettres seraient fausses. Ouvrez-le dans un tableur et enregistrez-le en XLSX, ou en « CSV UTF-8 ».'

function likeliest(bytes: Buffer, windows: DecodedText): DecodedText {
  const tried = [windows, ...elders.map(({ name, encoding }) => ({ text: iconv.decode(bytes, name), encoding }))]
  const scores = tried.map(({ text }) => count(text, inWord) - 2 * count(text, odd) - 4 * count(text, controls))
  return tried[scores.indexOf(Math.max(...scores))] ?? windows
}

/** Control characters, or more foreign letters than any French text has. */
function isWrong({ text, encoding }: DecodedText): boolean {
  const broken = count(text, controls)
  if (broken > 3 && broken / text.length > 0.002) return true
  if (encoding.startsWith('UTF')) return false
  const strange = count(text, odd)
  return strange > 10 && strange / text.length > 0.06
}

function count(text: string, what: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(what)) found += 1
  return found
}
