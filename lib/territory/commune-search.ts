import { Prisma } from '@/prisma/client/client'
import type { Precision } from '@/prisma/client/enums'
import { type CommuneRequest, departmentsOfPostcode } from './commune-request'
import { oneSlipAway } from './one-slip'

/** A commune, and its name that looks like what was typed. */
export interface Candidate {
  code: string
  name: string
  postcodes: string[]
  departmentCode: string
  departmentName: string
  population: number
  latitude: number | null
  longitude: number | null
  precision: Precision | null
  /** The folded name that was found */
  words: string
  /** When `words` are those of a commune that has merged into this one */
  formerName: string | null
}

/** A statement, and a name for its form: connections keep the plans of the few forms there are. */
export interface NamedStatement {
  statement: Prisma.Sql
  form: string
}

/** Communes whose name is `name`, starts so, or has a word that starts so, best first. */
export function namedLike({ name, code }: CommuneRequest, limit: number): NamedStatement {
  const start = Prisma.sql`n.words LIKE ${`${name}%`}`
  // An index of trigrams is of no help for less than three letters, which begin many words.
  const isShort = name.length < 3
  const inside = isShort ? Prisma.sql`false` : Prisma.sql`n.words LIKE ${`% ${name}%`}`
  const withArticle = Prisma.join(['le', 'la', 'les', 'l'].map((article) => `${article} ${name}`))
  const order = Prisma.sql`
    CASE WHEN n.words = ${name} AND NOT n."isFormer" THEN 0
      WHEN n.words IN (${withArticle}) THEN 1 WHEN n.words = ${name} THEN 2
      WHEN ${start} AND NOT n."isFormer" THEN 3 WHEN ${start} THEN 4 ELSE 5 END, n.population DESC, n.code`
  const statement = inOrder(Prisma.sql`(${start} OR ${inside}) AND ${withCode(code)}`, order, limit)
  return { statement, form: `communes named ${isShort} ${formOf(code)}` }
}

/** Communes of today whose name is one slip of the finger away from `name`. */
export function oneSlipFrom({ name, code }: CommuneRequest, limit: number): NamedStatement {
  const condition = Prisma.sql`NOT n."isFormer" AND n.words = ANY (${oneSlipAway(name)}) AND ${withCode(code)}`
  const statement = inOrder(condition, Prisma.sql`n.population DESC, n.code`, limit)
  return { statement, form: `communes one slip away ${formOf(code)}` }
}

/** Communes of today whose name looks like `name`, most alike first. */
export function soundingLike({ name, code }: CommuneRequest, limit: number): NamedStatement {
  // Set for this statement alone: a condition without a column is judged once, before any row is read.
  const threshold = Prisma.sql`set_config('pg_trgm.similarity_threshold', ${String(similarityThreshold(name))}, true)`
  const statement = inOrder(
    Prisma.sql`(SELECT ${threshold}) IS NOT NULL AND NOT n."isFormer" AND n.words % ${name} AND ${withCode(code)}`,
    Prisma.sql`similarity(n.words, ${name}) DESC, n.population DESC, n.code`,
    limit,
  )
  return { statement, form: `communes alike ${formOf(code)}` }
}

/** Communes of a postcode (arrondissements before their city), or of postcodes or a département that start so. */
export function codedLike(code: string, limit: number): NamedStatement {
  const order = Prisma.sql`n."isWhole", n.population DESC, n.code`
  const statement = inOrder(Prisma.sql`NOT n."isFormer" AND ${withCode(code)}`, order, limit)
  return { statement, form: `communes coded ${formOf(code)}` }
}

/** Communes of today that bear one of these folded names, the longest name first. */
export function namedOneOf(names: readonly string[], code: string, limit: number): Prisma.Sql {
  return inOrder(
    Prisma.sql`NOT n."isFormer" AND n.words = ANY (${names}) AND ${withCode(code)}`,
    Prisma.sql`length(n.words) DESC, n.population DESC, n.code`,
    limit,
  )
}

/** The few that are wanted are chosen before anything else is read of them: thousands start with "saint". */
function inOrder(condition: Prisma.Sql, order: Prisma.Sql, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT c.code, c.name, c.postcodes, c."departmentCode", d.name AS "departmentName", c.population,
      c.latitude, c.longitude, c.precision, best.words, nullif(best.name, c.name) AS "formerName"
    FROM (
      SELECT n.code, n.words, n.name, row_number() OVER (ORDER BY ${order}) AS rank
      FROM (
        SELECT code, "searchName" AS words, name, false AS "isFormer", population, postcodes, "departmentCode",
          "parentCode" IS NULL AS "isWhole"
        FROM "Commune"
        UNION ALL SELECT now.code, was."searchName", was.name, true, now.population, now.postcodes,
          now."departmentCode", true
        FROM "FormerCommune" was JOIN "Commune" now ON now.code = was."communeCode") n
      WHERE ${condition}
      ORDER BY ${order} LIMIT ${limit}) best
    JOIN "Commune" c ON c.code = best.code
    JOIN "Department" d ON d.code = c."departmentCode"
    ORDER BY best.rank`
}

function withCode(code: string): Prisma.Sql {
  if (code === '') return Prisma.sql`true`
  if (code.length === 5) return Prisma.sql`n.postcodes @> ARRAY[${code}]`
  return Prisma.sql`n."departmentCode" LIKE ANY (${departmentsOfPostcode(code)})
    AND (n."departmentCode" = ${code.toUpperCase()}
      OR EXISTS (SELECT FROM unnest(n.postcodes) postcode WHERE postcode LIKE ${`${code}%`}))`
}

const formOf = (code: string) => (code === '' ? 'anywhere' : code.length === 5 ? 'by postcode' : 'by start')

/**
 * The similarity below which a name is not a slip of the finger away: one swap changes up to four of the
 * trigrams, which are about as many as letters. Long names can ask for more, which spares the index work.
 */
function similarityThreshold(name: string): number {
  return Math.min(0.5, Math.max(0.2, (name.length - 3) / (name.length + 5)))
}
