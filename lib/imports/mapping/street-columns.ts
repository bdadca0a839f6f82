import { leafOf, wordsOf } from './column-names'
import type { TableColumn } from './schema'

const parts = [
  /^(n|no|num|numero)( (de|dans)? ?(la )?(voie|rue|adresse))?$|^(house number|addr housenumber)$/,
  /^(indice|ind)? ?(de )?repetition$|^(suffixe|bis|btq)$/,
  /^type (de )?voie$/,
  /^((nom|libelle) (de )?(la )?)?(voie|rue)$|^(street|addr street)$/,
]

/** The columns of a street written in pieces (number, "bis", kind, name), in the order of an address; null when it is not. */
export function guessStreet(columns: readonly TableColumn[]): string[] | null {
  const found = parts.map((part) => columns.find(({ key }) => part.test(wordsOf(leafOf(key)))))
  const [number, , , street] = found
  const isNumber = number?.samples.every((sample) => /^\d{1,5}\s*(bis|ter|[a-z])?$/i.test(sample.trim()))
  if (!street || !number || !isNumber) return null
  return found.flatMap((column) => (column ? [column.key] : []))
}
