import type { FormValues } from '@/lib/form-state'
import { locales } from '@/lib/i18n/languages'
import type { NeedAnswers } from './meaning'
import { answerNames } from './schema'

/** A need by the names of the fields of its form; terms one a line. */
export function needFormValues(
  need: NeedAnswers & { name: string; terms: readonly { language: string; text: string }[] },
): FormValues {
  const textsIn = (wanted: string) => need.terms.filter(({ language }) => language === wanted).map(({ text }) => text)
  return {
    name: [need.name],
    ...Object.fromEntries(locales.map((language) => [`terms.${language}`, [textsIn(language).join('\n')]])),
    ...Object.fromEntries(answerNames.map((list) => [`${list}[]`, need[list]])),
    isAccessible: need.isAccessible ? ['oui'] : [],
  }
}
