/**
 * Folds words to what is compared, in whatever script: lower case, no accents, points or article joined to
 * an Arabic word, one space between words.
 *
 * @example foldWords('Prime d’Activité') // 'prime d activite'
 * @example foldWords('Податки') // 'податки'
 */
export function foldWords(text: string): string {
  return joinInitials(text)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{Mark}ـ]/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(/^ال(?=..)/u, ''))
    .join(' ')
}

/** `C.V.` is read as `CV`. */
export function joinInitials(text: string): string {
  return text.replace(/(?<!\p{L})(?:\p{L}\.){2,}/gu, (initials) => initials.replaceAll('.', ''))
}

/** Words that say nothing of what is looked for, in the languages of the terms. */
const small = new Set(
  foldWords(`a au aux avec ce cet cette chez d dans de des du en et je j l la le les leur leurs ma me mes m mon n ou par
  pour que qu qui s sa se ses son sur ta te tes ton un une vos votre the of to for in my an and with on el los las del
  con para por una mi su y do da dos das no na um uma meu minha і й в у на з із до для за мій моя في على من الى`).split(
    ' ',
  ),
)

/** Whether a folded word is an article or the like, which no comparison counts. */
export const isSmall = (word: string): boolean => small.has(word)

/** What is compared of a term, and of what is typed: its folded words, articles and the like aside. */
export function foldTerm(text: string): string {
  const words = foldWords(text).split(' ')
  return words.filter((word) => !isSmall(word)).join(' ')
}
