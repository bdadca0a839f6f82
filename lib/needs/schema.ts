import { z } from 'zod'
import { type Locale, locales } from '@/lib/i18n/languages'
import { type Vocabulary, vocabularies } from '@/lib/open-data/vocabulary'
import { choices, requiredLine, shownVersion } from '@/lib/places/fields'
import { isSafe, noNumber } from '@/lib/privacy/safe-text'
import { foldTerm } from './fold'
import type { NeedAnswers } from './meaning'
import { longestTerm } from './tokens'

/** One way to say a need, as it is kept. */
export interface Term {
  language: Locale
  text: string
  folded: string
}

const termsAtMost = 100

/** Terms of one language, one a line or between commas. */
const termList = z
  .string()
  .refine(isSafe, noNumber)
  .default('')
  .transform((typed, context) => {
    const texts = typed
      .split(/[\n,;]/)
      .map((text) =>
        text
          .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter((text) => text !== '')
    for (const text of texts) {
      const wrong = wrongWith(text)
      if (wrong) context.addIssue({ code: 'custom', message: wrong })
    }
    if (texts.length > termsAtMost)
      context.addIssue({ code: 'custom', message: `Écrivez au plus ${termsAtMost} mots.` })
    return texts
  })

function wrongWith(text: string): string | null {
  const folded = foldTerm(text)
  const quoted = `«\u00a0${text.slice(0, 60)}\u00a0»`
  if (text.length < 2) return `${quoted} est trop court.`
  if (text.length > 60) return `${quoted} est trop long\u00a0: 60 caractères au plus.`
  if (folded === '') return `${quoted} ne dit rien de ce qu’on cherche.`
  if (folded.split(' ').length > longestTerm) return `${quoted} a trop de mots\u00a0: ${longestTerm} au plus.`
  return null
}

type AnswerLists = {
  [List in keyof typeof vocabularies]: (typeof vocabularies)[List] extends Vocabulary<infer Code>
    ? ReturnType<typeof choices<Code>>
    : never
}
const answerLists = Object.fromEntries(
  Object.entries(vocabularies).map(([list, vocabulary]) => [list, choices<string>(vocabulary)]),
) as unknown as AnswerLists
export const answerNames = Object.keys(answerLists) as (keyof typeof answerLists)[]

/** What a coordinator says of a need. */
export const needInput = z
  .object({
    name: requiredLine(80, 'Écrivez le nom du besoin.').refine(
      (name) => name.length !== 1,
      'Écrivez au moins deux caractères.',
    ),
    terms: z.object(Object.fromEntries(locales.map((language) => [language, termList]))).prefault({}),
    ...answerLists,
    isAccessible: z
      .string()
      .default('')
      .transform((ticked) => ticked !== ''),
  })
  .superRefine((input, context) => {
    if (!input.isAccessible && answerNames.every((list) => input[list].length === 0)) {
      context.addIssue({ code: 'custom', path: ['services'], message: 'Cochez au moins une réponse à ce besoin.' })
    }
    if (Object.values(input.terms).every((texts) => texts.length === 0)) {
      context.addIssue({ code: 'custom', path: ['terms', 'fr'], message: 'Écrivez au moins un mot.' })
    }
  })
  .transform(({ name, terms, ...answers }) => ({ name, terms: termsOf(terms), answers: answers satisfies NeedAnswers }))

export type NeedInput = z.output<typeof needInput>

/** Each term once, whatever its language. */
function termsOf(byLanguage: Readonly<Record<string, readonly string[]>>): Term[] {
  const byFolded = new Map<string, Term>()
  for (const language of locales) {
    for (const text of byLanguage[language] ?? []) {
      const folded = foldTerm(text)
      if (!byFolded.has(folded)) byFolded.set(folded, { language, text, folded })
    }
  }
  return [...byFolded.values()]
}

const intent = z.enum(['preview', 'save']).default('save')
const version = shownVersion

export const newNeedRequest = z.intersection(needInput, z.object({ intent }))
export const needEditRequest = z.intersection(needInput, z.object({ intent, id: z.string().max(100), version }))
export const needRemoval = z.object({ id: z.string().max(100), version })
