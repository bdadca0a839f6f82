import { UserError } from '@/lib/errors'

/** What the first bytes of a file that is no table say it is; the sentence tells what to do instead. */
const others: readonly [bytes: readonly number[], sentence: string][] = [
  [[0x25, 0x50, 0x44, 0x46], 'Ce fichier est un PDF. Demandez le tableau d’origine, en CSV ou en XLSX.'],
  [[0x89, 0x50, 0x4e, 0x47], 'Ce fichier est une image. Il nous faut un tableau, en CSV ou en XLSX.'],
  [[0xff, 0xd8, 0xff], 'Ce fichier est une image. Il nous faut un tableau, en CSV ou en XLSX.'],
  [[0x47, 0x49, 0x46, 0x38], 'Ce fichier est une image. Il nous faut un tableau, en CSV ou en XLSX.'],
  [[0x1f, 0x8b], 'Ce fichier est une archive. Ouvrez-la et envoyez le tableau qu’elle contient.'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'Ce fichier est une archive. Ouvrez-la et envoyez le tableau qu’elle contient.'],
  [[0x52, 0x61, 0x72, 0x21], 'Ce fichier est une archive. Ouvrez-la et envoyez le tableau qu’elle contient.'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'Ce fichier est un texte mis en page. Il nous faut un tableau, en CSV ou en XLSX.'],
]

/** The old workbooks of Excel, and those of today once a password hides them, are this container. */
const compound = [0xd0, 0xcf, 0x11, 0xe0]
const zip = [0x50, 0x4b]

/**
 * Tells a workbook from a text by their bytes, whatever the file is called.
 *
 * @throws UserError, with what to do, for a file that is known to be something else
 */
export function kindOfFile(bytes: Buffer): 'workbook' | 'text' {
  if (bytes.length === 0) throw new UserError('Le fichier est vide.')
  for (const [start, sentence] of others) if (startsWith(bytes, start)) throw new UserError(sentence)
  if (startsWith(bytes, compound)) throw new UserError(compoundSentence(bytes))
  if (startsWith(bytes, zip)) return 'workbook'
  const start = bytes
    .subarray(0, 1000)
    .toString('latin1')
    .replace(/\0/g, '')
    .replace(/^[ÿþï»¿\s]+/, '')
  if (/^<(!doctype html|html|head|body|table|script)/i.test(start))
    throw new UserError(
      'Ce fichier est une page web. Si c’est un tableau enregistré par un tableur, ouvrez-le et enregistrez-le en XLSX ; sinon, vérifiez l’adresse de téléchargement.',
    )
  if (start.startsWith('<'))
    throw new UserError('Ce fichier est du XML. Il nous faut un tableau : CSV, XLSX, JSON ou GeoJSON.')
  return 'text'
}

function compoundSentence(bytes: Buffer): string {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? 'Ce classeur est protégé par un mot de passe. Ouvrez-le, enlevez le mot de passe, puis enregistrez-le.'
    : 'Ce fichier est à l’ancien format d’Excel (XLS). Ouvrez-le et enregistrez-le en XLSX.'
}

function startsWith(bytes: Buffer, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
