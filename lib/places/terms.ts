import { z } from 'zod'
import type { Label, Programme } from '@/prisma/client/enums'
import { calendarDay, optionalLine } from './fields'

/** When a place takes part in a programme or holds a label: days as `YYYY-MM-DD`, null when not known. */
export interface Term<Code extends string> {
  code: Code
  since: string | null
  until: string | null
  note: string | null
}

/** The dates beside the ticked programmes and labels; left out where nobody asked for them. */
export interface Terms {
  programmeTerms?: Term<Programme>[]
  labelTerms?: Term<Label>[]
}

const day = z
  .string()
  .default('')
  .transform((text) => text.trim() || null)
  .refine((text) => text === null || calendarDay().safeParse(text).success, 'Écrivez une date, comme 2024-09-01.')

const termRow = z
  .object({ since: day, until: day, note: optionalLine(200) })
  .refine(({ since, until }) => since === null || until === null || since <= until, {
    path: ['until'],
    message: 'La fin vient avant le début.',
  })

/** The dates as their form sends them, by code → those that say something, in the vocabulary's order. */
export function termsOf<Code extends string>(vocabulary: Readonly<Record<Code, string>>) {
  const codes = Object.keys(vocabulary) as [Code, ...Code[]]
  return z
    .partialRecord(z.enum(codes, 'Cette réponse n’est pas proposée.'), termRow)
    .default({} as Record<Code, never>)
    .transform((rows) =>
      codes.flatMap((code): Term<Code>[] => {
        const row = (rows as Partial<Record<Code, Omit<Term<Code>, 'code'>>>)[code]
        return row && (row.since ?? row.until ?? row.note) !== null ? [{ code, ...row }] : []
      }),
    )
}

/** A place without the dates of what it no longer takes part in. */
export function withHeldTerms<Place extends Terms & { programmes: Programme[]; labels: Label[] }>(place: Place): Place {
  const { programmes, labels, programmeTerms, labelTerms } = place
  return {
    ...place,
    ...(programmeTerms && { programmeTerms: programmeTerms.filter(({ code }) => programmes.includes(code)) }),
    ...(labelTerms && { labelTerms: labelTerms.filter(({ code }) => labels.includes(code)) }),
  }
}

/** A row's dates as a place tells them. */
export function termOf<Code extends string>(
  code: Code,
  { since, until, note }: { since: Date | null; until: Date | null; note: string | null },
): Term<Code> {
  const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
  return { code, since: dayOf(since), until: dayOf(until), note }
}

const longDay = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' })

/** `depuis le 1 septembre 2024, jusqu’au 31 août 2025 · le mardi` */
export function termWords({ since, until, note }: Omit<Term<string>, 'code'>): string {
  const days = [
    since && `depuis le ${longDay.format(new Date(since))}`,
    until && `jusqu’au ${longDay.format(new Date(until))}`,
  ]
  return [days.filter(Boolean).join(', '), note].filter(Boolean).join(' · ')
}
