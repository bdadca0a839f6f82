import 'server-only'
import { db, type Transaction } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'
import { CommuneIndex, type KnownCommune, type MergedCommune } from './commune-index'

/** So that the text of 35,000 rows never stands in memory beside them. */
const page = 5000

const columns = Prisma.sql`
  code, name, "searchName", postcodes, latitude, longitude, precision, "departmentCode", "parentCode"`

let kept: { mark: string; index: CommuneIndex } | undefined

/** Every commune of today and of the past, for rows to be told where they are: the same as before while none changed. */
export async function loadCommunes(): Promise<CommuneIndex> {
  const [found] = await db.$queryRaw<{ mark: string }[]>`
    SELECT concat_ws(' ', sum(rows), max(latest)) AS mark FROM (
      SELECT count(*) AS rows, max(xmin::text::bigint) AS latest FROM "Commune"
      UNION ALL SELECT count(*), max(xmin::text::bigint) FROM "FormerCommune") AS counted`
  const mark = found?.mark ?? ''
  if (kept?.mark !== mark) kept = { mark, index: await readCommunes() }
  return kept.index
}

/** They come as one JSON text a page, which costs half of what rows of cells do. */
async function readCommunes(): Promise<CommuneIndex> {
  const communes: KnownCommune[] = []
  for (let after = ''; ; ) {
    const found = await readList<KnownCommune>(
      db,
      Prisma.sql`SELECT ${columns} FROM "Commune" WHERE code > ${after} ORDER BY code LIMIT ${page}`,
    )
    communes.push(...found)
    if (found.length < page) break
    after = found.at(-1)?.code ?? ''
  }
  const merged = await readList<MergedCommune>(
    db,
    Prisma.sql`SELECT code, "searchName", "communeCode" FROM "FormerCommune" ORDER BY code`,
  )
  return new CommuneIndex(communes, merged)
}

/** Only those of the rows of an upload, once each is told, and of the places that its rows may change. */
export async function loadCommunesOf(tx: Transaction, uploadId: string): Promise<CommuneIndex> {
  const communes = await readList<KnownCommune>(
    tx,
    Prisma.sql`
      WITH rows AS MATERIALIZED (
        SELECT staged -> 'record' ->> 'communeCode' AS code, "placeId", "matchId" FROM "ImportRow"
        WHERE "uploadId" = ${uploadId}::uuid AND staged IS NOT NULL
      ), places AS (
        SELECT "placeId" AS id FROM rows UNION SELECT "matchId" FROM rows UNION
        SELECT ps."placeId" FROM "PlaceSource" ps JOIN "Source" s ON s.id = ps."sourceId"
          JOIN "ImportUpload" u ON u.source = s.slug WHERE u.id = ${uploadId}::uuid
      )
      SELECT ${columns} FROM "Commune" WHERE code IN (
        SELECT code FROM rows UNION SELECT p."communeCode" FROM "Place" p JOIN places USING (id))`,
  )
  return new CommuneIndex(communes, [])
}

/** Many rows at little cost: as one JSON text. */
export async function readList<Row>(tx: Transaction, list: Prisma.Sql): Promise<Row[]> {
  const [found] = await tx.$queryRaw<{ list: string | null }[]>`SELECT json_agg(c)::text AS list FROM (${list}) c`
  return JSON.parse(found?.list ?? '[]')
}
