import 'server-only'
import { db } from '@/lib/db'
import type { Meaning } from '@/lib/needs/meaning'
import { understandWords } from '@/lib/needs/queries'
import { origin } from '@/lib/search/matching'
import { holds } from '@/lib/search/word-matching'
import { wordsOf } from '@/lib/search/words'
import { Prisma } from '@/prisma/client/client'
import type { Level, Service } from '@/prisma/client/enums'
import { seatsLeft } from '../seats-sql'
import { bandEnds } from './order'
import type { WorkshopSearch } from './request'
import { understandWorkshopWords, type WorkshopWords } from './words'

export const workshopsPerPage = 20

/** Nobody plans further. */
const horizonDays = 180
const days = { WEEK: 7, MONTH: 30 } as const

/** A workshop by the session that answers: the next one with a seat left, or of a cycle the next one. */
export interface FoundWorkshop {
  id: string
  title: string
  service: Service
  level: Level | null
  isCycle: boolean
  seats: number | null
  seatsLeft: number | null
  priceCents: number | null
  takesPass: boolean
  bookingUrl: string | null
  sessionId: string
  startsAt: Date
  endsAt: Date
  /** Which one of its cycle it is, from 1, and how many there are */
  rank: number
  count: number
  /** How many other dates of its own there are, over the next months */
  otherDates: number
  placeId: string
  placeName: string
  address: string
  phone: string | null
  departmentCode: string
  isApproximate: boolean
  /** Metres; null without a position */
  distance: number | null
}

/** What was understood of the free words of a search; null without any, or when they are to be found as they are. */
export interface UnderstoodWorkshops {
  said: WorkshopWords
  /** Of what remains */
  meaning: Meaning | null
}

export type UnderstoodWorkshopSearch = WorkshopSearch & { understood: UnderstoodWorkshops | null }

/** A search with the meaning of its words; what its own filters say wins. */
export async function understoodWorkshops(search: WorkshopSearch): Promise<UnderstoodWorkshopSearch> {
  if (search.words === null || search.isLiteral) return { ...search, understood: null }
  const said = understandWorkshopWords(search.words)
  const meaning = await understandWords({ words: said.rest, isLiteral: false })
  return { ...search, understood: { said, meaning } }
}

/** A page of the workshops to come that match, the best first, and how many match in all. */
export async function findWorkshops(
  search: UnderstoodWorkshopSearch,
  at: Date,
): Promise<{ total: number; workshops: FoundWorkshop[] }> {
  const offset = (search.page - 1) * workshopsPerPage
  const [workshops, total] = await Promise.all([
    db.$queryRaw<FoundWorkshop[]>`
      SELECT w.id, w.title, w.service, w.level, w."isCycle", w.seats, w."priceCents", w."takesPass", w."bookingUrl",
        s.id AS "sessionId", s."startsAt", s."endsAt", s."seatsLeft", more.rank, more.count, more."otherDates",
        p.id AS "placeId", p.name AS "placeName", concat_ws(', ', p.address, concat_ws(' ', p.postcode, c.name)) AS address,
        p.phone, c."departmentCode", p.precision NOT IN ('SURVEYED', 'ADDRESS') AS "isApproximate",
        ${distance(search)} AS distance
      ${joined(search, at)} ${moreDates(at)} ${where(search)}
      ORDER BY ${band(search)}, coalesce(s."seatsLeft" = 0, false), ${named(search)} DESC, s."startsAt", distance NULLS FIRST, w.id::text COLLATE "C"
      LIMIT ${workshopsPerPage} OFFSET ${offset}`,
    countWorkshops(search, at),
  ])
  return { total, workshops }
}

/** How many workshops match, each once however many sessions it has. */
export async function countWorkshops(search: UnderstoodWorkshopSearch, at: Date): Promise<number> {
  const [row] = await db.$queryRaw<
    { total: number }[]
  >`SELECT count(*)::int AS total ${joined(search, at)} ${where(search)}`
  return row?.total ?? 0
}

/** Each workshop that matches once, with its session `s`: the first with a seat left, else the first. */
function joined(search: UnderstoodWorkshopSearch, at: Date): Prisma.Sql {
  const coming = Prisma.sql`
    FROM "WorkshopSession" s WHERE s."workshopId" = w.id AND s."cancelledAt" IS NULL
      AND s."startsAt" > ${at} AND s."startsAt" < ${until(periodOf(search), at)}`
  return Prisma.sql`
    FROM "Workshop" w JOIN "Place" p ON p.id = w."placeId" AND p.status = 'PUBLISHED'
    JOIN "Commune" c ON c.code = p."communeCode" CROSS JOIN LATERAL (
      SELECT s.id, s."startsAt", s."endsAt", ${seatsLeft} AS "seatsLeft" ${coming}
      ORDER BY coalesce(${seatsLeft} = 0, false), s."startsAt", s.id LIMIT 1) s`
}

const where = (search: UnderstoodWorkshopSearch) => Prisma.sql`WHERE ${Prisma.join(conditions(search), ' AND ')}`

/** Its place among the sessions of its workshop, and how many others are to come. */
const moreDates = (at: Date) => Prisma.sql`CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE x."startsAt" <= s."startsAt")::int AS rank, count(*)::int AS count,
    count(*) FILTER (WHERE x.id <> s.id AND x."startsAt" > ${at} AND x."startsAt" < ${until(null, at)})::int AS "otherDates"
  FROM "WorkshopSession" x WHERE x."workshopId" = w.id AND x."cancelledAt" IS NULL) more`

function conditions(search: UnderstoodWorkshopSearch): Prisma.Sql[] {
  const { communeCodes, departmentCodes, services } = search
  const { said, meaning } = search.understood ?? {}
  const level = search.level ?? said?.level
  const found = [Prisma.sql`w."removedAt" IS NULL`]
  if (communeCodes.length + departmentCodes.length > 0)
    found.push(Prisma.sql`(c.code = ANY(${communeCodes}) OR c."parentCode" = ANY(${communeCodes})
      OR c."departmentCode" = ANY(${departmentCodes}))`)
  if (services.length > 0) found.push(Prisma.sql`w.service = ANY(${services}::"Service"[])`)
  // A workshop for everybody suits whoever begins.
  if (level) found.push(Prisma.sql`(w.level = ${level}::"Level" OR w.level IS NULL)`)
  if (search.isFree || said?.isFree) found.push(Prisma.sql`w."priceCents" = 0`)
  if (search.takesPass || said?.takesPass) found.push(Prisma.sql`w."takesPass"`)
  const words = search.isLiteral && search.words ? wordsOf(search.words) : (meaning?.words ?? [])
  for (const { answers, words: typed } of meaning?.needs ?? []) {
    if (answers.services.length === 0) continue
    found.push(
      Prisma.sql`(w.service = ANY(${answers.services}::"Service"[]) OR ${Prisma.join(typed.map(titleHolds), ' OR ')})`,
    )
  }
  for (const word of words)
    found.push(Prisma.sql`(${Prisma.join(word.spellings.map(titleHolds), ' OR ')} OR ${holds(word)})`)
  return found
}

/** The very letters, or a word of the same family. */
const titleHolds = (folded: string) => Prisma.sql`(fold(w.title) LIKE ${`%${folded}%`}
  OR to_tsvector('french', fold(w.title)) @@ plainto_tsquery('french', ${folded}))`

const periodOf = (search: UnderstoodWorkshopSearch) => search.period ?? search.understood?.said.period ?? null

function until(period: keyof typeof days | null, at: Date): Date {
  return new Date(at.getTime() + (period ? days[period] : horizonDays) * 24 * 3600 * 1000)
}

function distance({ near }: WorkshopSearch): Prisma.Sql {
  if (!near) return Prisma.sql`NULL::int`
  return Prisma.sql`round(ground_metres(p.position <-> ${origin(near)}))::int`
}

/** Whether the title itself says the need: "traitement de texte" before all that is of the same service. */
function named({ understood }: UnderstoodWorkshopSearch): Prisma.Sql {
  const words = understood?.meaning?.needs.flatMap((need) => need.words) ?? []
  return words.length > 0 ? Prisma.sql`(${Prisma.join(words.map(titleHolds), ' OR ')})` : Prisma.sql`NULL::bool`
}

const band = (search: WorkshopSearch) =>
  search.near
    ? Prisma.sql`width_bucket(${distance(search)}, ARRAY[${Prisma.join([...bandEnds])}]::int[])`
    : Prisma.sql`NULL::int`
