import { z } from 'zod'
import { isSafe, noNumber } from '@/lib/privacy/safe-text'
import { normaliseWebAddress } from './web-address'

/** Control characters and broken halves of characters, which no field needs and PostgreSQL refuses. */
const unwanted = /(?![\n\t])[\p{Cc}\p{Cs}]/gu

const clean = (text: string) => text.replaceAll('\r\n', '\n').replace(unwanted, '').trim()

/** One line of any characters, cleaned; empty when it may be. */
function plainLine(max: number) {
  return z
    .string()
    .default('')
    .transform((text) => clean(text).replace(/\s+/g, ' '))
    .refine((text) => text.length <= max, `Écrivez au plus ${max} caractères.`)
}

/** One line that people write: in no text is there a social-security number. */
function line(max: number) {
  return plainLine(max).refine(isSafe, noNumber)
}

/** One line that must say something. */
export function requiredLine(max: number, missing: string) {
  return line(max).refine((text) => text !== '', missing)
}

/** One line or nothing. */
export function optionalLine(max: number) {
  return line(max).transform((text) => text || null)
}

/** Several lines or nothing. */
export function optionalText(max: number) {
  return z
    .string()
    .default('')
    .transform(clean)
    .refine((text) => text.length <= max, `Écrivez au plus ${max} caractères.`)
    .refine(isSafe, noNumber)
    .transform((text) => text || null)
}

/** Web addresses are full of numbers behind their `?`: of a page, of an instant. */
function safeAddresses<Schema extends z.ZodType<string>>(schema: Schema) {
  return schema.refine((text) => isSafe(text.replace(/\?\S*/g, '')), noNumber)
}

/** One line that a rule rewrites; the rule answers null when it cannot. */
export function normalisedLine(normalise: (text: string) => string | null, wrong: string) {
  return safeAddresses(plainLine(2000)).transform((text, context) => {
    if (text === '') return null
    const value = normalise(text)
    if (value === null) context.addIssue({ code: 'custom', message: wrong })
    return value
  })
}

/** Several values, one a line or split by `|`, each rewritten by a rule; twice the same counts once. */
export function normalisedLines(normalise: (text: string) => string | null, wrong: (text: string) => string) {
  return safeAddresses(z.string().default('')).transform((text, context) => {
    const values = new Set<string>()
    for (const typed of clean(text)
      .split(/[\n|]/)
      .map((item) => item.trim())
      .filter(Boolean)) {
      const value = normalise(typed)
      if (value === null) context.addIssue({ code: 'custom', message: wrong(typed) })
      else values.add(value)
    }
    if (values.size > 20) context.addIssue({ code: 'custom', message: 'Écrivez au plus 20 lignes.' })
    return [...values]
  })
}

/** An address of the web or nothing. */
export function webAddress() {
  return normalisedLine(
    normaliseWebAddress,
    'Cette adresse de site n’est pas valable. Exemple\u00a0: https://www.exemple.fr',
  )
}

/** Ticked values of a vocabulary, in its own order, each once. */
export function choices<Code extends string>(codes: Readonly<Record<Code, string>>) {
  const known = Object.keys(codes) as [Code, ...Code[]]
  return z
    .array(z.enum(known, 'Cette réponse n’est pas proposée.'))
    .default([])
    .transform((ticked) => known.filter((code) => ticked.includes(code)))
}

/** Yes, no, or nothing said. */
export function yesNo() {
  return z
    .enum(['', 'true', 'false'], 'Cette réponse n’est pas proposée.')
    .default('')
    .transform((answer) => (answer === '' ? null : answer === 'true'))
}

/** The version of something that a form was drawn from: a number that PostgreSQL has. */
export const shownVersion = z.coerce.number().pipe(z.int32().min(1))

/** A day as a calendar tells it; of years that PostgreSQL and clocks have. */
export function calendarDay(wrong?: string) {
  return z.iso.date(wrong).refine((day) => day >= '1900', wrong)
}

/** A coordinate in degrees, typed with a point or a comma. */
export function degrees(limit: number, missing: string) {
  return plainLine(30).transform((text, context) => {
    const value = Number(text.replace(',', '.'))
    if (text !== '' && Number.isFinite(value) && Math.abs(value) <= limit) return value
    context.addIssue({
      code: 'custom',
      message: text === '' ? missing : `Écrivez un nombre entre -${limit} et ${limit}, comme 47,586.`,
    })
    return z.NEVER
  })
}
