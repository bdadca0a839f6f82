import { foldWords } from '@/lib/needs/fold'
import { codeOf, slugOf, type Vocabulary } from '@/lib/open-data/vocabulary'
import { isRefusedText, noNumber } from '@/lib/privacy/safe-text'

/** One value of a parameter: read, or the reason (a French sentence) why it cannot be. */
export type Reading<T> = { value: T } | { reason: string }

/** How the text of a parameter becomes a value and back, and what the API's documentation says of it. */
export interface Reader<T> {
  read: (text: string) => Reading<T>
  write: (value: T) => string
  jsonSchema: Readonly<Record<string, unknown>>
}

/** A number with a point, never with an exponent: `47.586`. */
export function decimal(minimum: number, maximum: number): Reader<number> {
  const reason = `un nombre entre ${minimum} et ${maximum} est attendu, avec un point pour les décimales`
  return {
    read: (text) => {
      const value = /^[+-]?\d{1,6}(\.\d{1,30})?$/.test(text) ? Number(text) : Number.NaN
      return value >= minimum && value <= maximum ? { value } : { reason }
    },
    write: (value) => (String(value).includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : String(value)),
    jsonSchema: { type: 'number', minimum, maximum },
  }
}

/** A whole number, as a page or a radius is. */
export function integer(minimum: number, maximum: number): Reader<number> {
  const reason = `un nombre entier entre ${minimum} et ${maximum} est attendu`
  return {
    read: (text) => {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
      return value >= minimum && value <= maximum ? { value } : { reason }
    },
    write: String,
    jsonSchema: { type: 'integer', minimum, maximum },
  }
}

/** A national value or its slug, whatever its case, accents and apostrophes. */
export function choice<Code extends string>(vocabulary: Vocabulary<Code>): Reader<Code> {
  const values = Object.values<string>(vocabulary)
  const slugs = values.map(slugOf)
  const reason = `valeur inconnue ; les valeurs possibles sont : ${slugs.join(', ')}`
  return {
    read: (text) => {
      const value = text.length > 200 ? undefined : codeOf(vocabulary, text)
      return value === undefined ? { reason } : { value }
    },
    write: (code) => slugOf(vocabulary[code]),
    jsonSchema: { type: 'string', enum: [...new Set([...slugs, ...values])] },
  }
}

/** One of a few words of our own, written exactly so. */
export function keyword<Code extends string>(keywords: Readonly<Record<Code, string>>): Reader<Code> {
  const codes = Object.keys(keywords) as Code[]
  const spelt = Object.values<string>(keywords)
  const reason = `valeur inconnue ; les valeurs possibles sont : ${spelt.join(', ')}`
  return {
    read: (text) => {
      const value = codes.find((code) => keywords[code] === text)
      return value === undefined ? { reason } : { value }
    },
    write: (code) => keywords[code],
    jsonSchema: { type: 'string', enum: spelt },
  }
}

/** Each word is looked for on its own. */
const wordsAtMost = 20

/** Free words: at least one letter or digit, no control character, and no social-security number. */
export function words(maximum: number): Reader<string> {
  return {
    read: (text) => {
      if (text.length > maximum) return { reason: `${maximum} caractères au plus` }
      if (isRefusedText(text)) return { reason: noNumber }
      // PostgreSQL has no text with NUL in it
      if (/\p{Cc}/u.test(text)) return { reason: 'le texte contient un caractère de contrôle' }
      const folded = foldWords(text)
      if (folded === '') return { reason: 'au moins une lettre ou un chiffre est attendu' }
      if (folded.split(' ').length > wordsAtMost) return { reason: `${wordsAtMost} mots au plus` }
      return { value: text.trim() }
    },
    write: String,
    jsonSchema: { type: 'string', minLength: 1, maxLength: maximum },
  }
}

/** A code of a given form; whether it exists is for the database to say. */
export function code(pattern: RegExp, example: string): Reader<string> {
  const reason = `un code de la forme ${example} est attendu`
  return {
    read: (text) => (pattern.test(text) ? { value: text.toUpperCase() } : { reason }),
    write: String,
    jsonSchema: { type: 'string', pattern: pattern.source },
  }
}

/** A box that is ticked: absent means "whatever". */
export function yes(spelt = 'oui'): Reader<true> {
  const accepted = spelt === 'oui' ? ['oui', 'true'] : [spelt]
  return {
    read: (text) =>
      accepted.includes(text.toLowerCase()) ? { value: true } : { reason: `la seule valeur possible est ${spelt}` },
    write: () => spelt,
    jsonSchema: { type: 'string', enum: accepted },
  }
}
