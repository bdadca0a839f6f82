import { z } from 'zod'

/** What one A4 page holds in letters that are still large. */
export const mostPlaces = 4

/** Beyond them, an address was not made by our forms. */
const readAtMost = 50

/**
 * The ids of `lieux=adp-1,adp-2` and of `lieux=adp-1&lieux=adp-2`, which a form without a script sends, each once and in
 * their order; what is no id is left out.
 */
export const chosenPlaces = z
  .union([z.string(), z.array(z.string())])
  .catch([])
  .transform((given) => {
    const ids = [given].flat().flatMap((each) => each.split(','))
    return [...new Set(ids.map((id) => id.trim()).filter((id) => /^[^\p{Cc}]{1,300}$/u.test(id)))].slice(0, readAtMost)
  })

/** The French address of the sheet of some places: their numbers, and nothing of who they are for. */
export const sheetPath = (ids: readonly string[]): string =>
  `/fiche?lieux=${ids.map((id) => encodeURIComponent(id)).join(',')}`

/** The same for somebody who was referred there: the code stands for her name, on paper. */
export const codeSheetPath = (id: string, code: string): string => `${sheetPath([id])}&code=${code}`
