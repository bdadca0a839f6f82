import 'server-only'
import { db, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { SealBrokenError, type Sealed, sealText, unsealText } from '@/lib/privacy/seal'
import { Prisma } from '@/prisma/client/client'
import { type SealedTable, sealContext } from '../sealed-parts'

/** Rows a transaction: what a crash leaves half-way is one batch at most, and the next run takes up the rest. */
const batch = 1_000
const patience = { maxWait: 15_000, timeout: 60_000 }

/** Each table, with the column that names its rows. */
const tables: readonly (readonly [SealedTable, string])[] = [
  ['ReferralPerson', 'referralId'],
  ['ReferralNeed', 'referralId'],
  ['ReferralEvent', 'id'],
]

/** What a change of keys did. */
export interface Resealed {
  /** The key that now seals everything that opened */
  keyId: string
  resealed: number
  /** Rows that do not open: `ReferralNeed 0192…`; they are as they were */
  broken: string[]
  /** Keys that still seal something, though no setting gives them, and how much */
  missing: { keyId: string; rows: number }[]
}

interface Row extends Sealed {
  row: string
  referralId: string
}

/**
 * Seals again, under the first of `PERSONAL_DATA_KEYS`, whatever another key sealed. It may be stopped and started
 * again at any time, and the site runs meanwhile.
 *
 * @param told hears how many rows are done, after each batch
 */
export async function resealEverything(told: (done: number) => void = () => {}): Promise<Resealed> {
  const [keyId = '', ...others] = [...env().PERSONAL_DATA_KEYS.keys()]
  const broken: string[] = []
  let resealed = 0
  for (const [table, column] of tables) {
    for (let last: string | null = ''; last !== null; ) {
      const after: string = last
      const done = await db.$transaction((tx) => resealBatch(tx, table, column, others, after), patience)
      broken.push(...done.broken)
      resealed += done.resealed
      last = done.last
      if (done.resealed > 0) told(resealed)
    }
  }
  return { keyId, resealed, broken, missing: await missingKeys() }
}

async function resealBatch(tx: Transaction, table: SealedTable, column: string, keys: string[], last: string) {
  const [name, row] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)]
  const after = last === '' ? Prisma.empty : Prisma.sql`AND ${row} > ${last}::uuid`
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${row} AS row, "referralId", sealed, "keyId" FROM ${name}
    WHERE "keyId" = ANY(${keys}) ${after} ORDER BY ${row} LIMIT ${batch} FOR UPDATE`
  const broken: string[] = []
  const fresh = rows.flatMap(({ row, referralId, ...sealed }) => {
    try {
      const context = sealContext(table, referralId)
      return [{ row, ...sealText(unsealText(sealed, context), context) }]
    } catch (error) {
      if (!(error instanceof SealBrokenError)) throw error
      broken.push(`${table} ${row}`)
      return []
    }
  })
  if (fresh.length > 0) {
    await tx.$executeRaw`
      UPDATE ${name} t SET sealed = f.sealed, "keyId" = ${fresh[0]?.keyId}
      FROM unnest(${fresh.map((each) => each.row)}::uuid[], ${fresh.map((each) => Buffer.from(each.sealed))}::bytea[])
        AS f (row, sealed)
      WHERE t.${row} = f.row`
  }
  return { resealed: fresh.length, broken, last: rows.at(-1)?.row ?? null }
}

async function missingKeys(): Promise<Resealed['missing']> {
  const known = [...env().PERSONAL_DATA_KEYS.keys()]
  return db.$queryRaw`
    SELECT "keyId", count(*)::int AS rows FROM (
      SELECT "keyId" FROM "ReferralPerson" UNION ALL SELECT "keyId" FROM "ReferralNeed"
      UNION ALL SELECT "keyId" FROM "ReferralEvent" WHERE "keyId" IS NOT NULL) sealed
    WHERE "keyId" <> ALL(${known}) GROUP BY 1 ORDER BY 1`
}
