import { Prisma } from '@/prisma/client/client'
import type { Precision } from '@/prisma/client/enums'
import { type CommuneRequest, departmentsOfPostcode } from './commune-request'

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

const selected = Prisma.sql`
  SELECT c.code, c.name, c.postcodes, c."departmentCode", d.name AS "departmentName", c.population,
    c.latitude, c.longitude, c.precision, n.words, nullif(n.name, c.name) AS "formerName"
  FROM (
    SELECT code, "searchName" AS words, name, false AS "isFormer" FROM "Commune"
    UNION ALL SELECT "communeCode", "searchName", name, true FROM "FormerCommune") n
  JOIN "Commune" c ON c.code = n.code
  JOIN "Department" d ON d.code = c."departmentCode"`

/** Communes whose name is `name`, starts so, or has a word that starts so, best first. */
export function namedLike({ name, code }: CommuneRequest, limit: number): Prisma.Sql {
  const start = Prisma.sql`n.words LIKE ${`${name}%`}`
  // An index of trigrams is of no help for less than three letters, which begin many words.
  const inside = name.length < 3 ? Prisma.sql`false` : Prisma.sql`n.words LIKE ${`% ${name}%`}`
  const withArticle = Prisma.join(['le', 'la', 'les', 'l'].map((article) => `${article} ${name}`))
  return Prisma.sql`
    ${selected}
    WHERE (${start} OR ${inside}) AND ${withCode(code)}
    ORDER BY CASE WHEN n.words = ${name} AND NOT n."isFormer" THEN 0
      WHEN n.words IN (${withArticle}) THEN 1 WHEN n.words = ${name} THEN 2
      WHEN ${start} AND NOT n."isFormer" THEN 3 WHEN ${start} THEN 4 ELSE 5 END,
      c.population DESC, c.code
    LIMIT ${limit}`
}

/** Communes of today whose name looks like `name`: `pg_trgm.similarity_threshold` says how much. Most alike first. */
export function soundingLike({ name, code }: CommuneRequest, limit: number): Prisma.Sql {
  return Prisma.sql`
    ${selected}
    WHERE NOT n."isFormer" AND n.words % ${name} AND ${withCode(code)}
    ORDER BY similarity(n.words, ${name}) DESC, c.population DESC, c.code LIMIT ${limit}`
}

/** Communes of a postcode (arrondissements before their city), or of postcodes or a département that start so. */
export function codedLike(code: string, limit: number): Prisma.Sql {
  return Prisma.sql`
    ${selected}
    WHERE NOT n."isFormer" AND ${withCode(code)}
    ORDER BY c."parentCode" IS NULL, c.population DESC, c.code LIMIT ${limit}`
}

function withCode(code: string): Prisma.Sql {
  if (code === '') return Prisma.sql`true`
  if (code.length === 5) return Prisma.sql`c.postcodes @> ARRAY[${code}]`
  return Prisma.sql`c."departmentCode" LIKE ANY (${departmentsOfPostcode(code)})
    AND (c."departmentCode" = ${code.toUpperCase()}
      OR EXISTS (SELECT FROM unnest(c.postcodes) postcode WHERE postcode LIKE ${`${code}%`}))`
}

/**
 * The similarity below which a name is not a slip of the finger away: one swap changes up to four of the
 * trigrams, which are about as many as letters. Long names can ask for more, which spares the index work.
 */
export function similarityThreshold(name: string): number {
  return Math.min(0.5, Math.max(0.2, (name.length - 3) / (name.length + 5)))
}
