import { isActiveHtml, isFormula } from './hostile-text'
import { withFormula } from './national-csv'

const longestName = 300

/**
 * The name of a place, or why it is none: a place without one, or with a formula or a program for one, is no place.
 *
 * @param line as written, once cleaned
 */
export function readName(line: string): { name: string } | { refusal: string } {
  const name = withFormula(line)
  if (name === '') return { refusal: 'Le nom du lieu manque' }
  if (name.length > longestName) return { refusal: `Le nom du lieu dépasse ${longestName} caractères` }
  if (isFormula(line)) return { refusal: `Le nom du lieu est une formule de tableur : ${line.slice(0, 80)}` }
  if (isActiveHtml(line)) return { refusal: `Le nom du lieu contient du code HTML : ${line.slice(0, 80)}` }
  return { name }
}
