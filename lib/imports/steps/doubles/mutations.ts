import 'server-only'
import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import type { Transaction } from '@/lib/db'
import { comparable, type Described } from '@/lib/duplicates/comparable'
import { findPairs } from '@/lib/duplicates/pairs'
import { describePlaces } from '@/lib/duplicates/queries'
import { jsonText } from '@/lib/json-text'
import { Prisma } from '@/prisma/client/client'
import type { CommuneIndex } from '../../commune-index'
import { given } from '../../locate'
import type { PlacedPosition } from '../../next-place'
import type { StoredRecord } from '../../staged-record'
import type { RowCandidate } from '../../uploads/schema'

interface NewRow {
  row: number
  line: number
  record: StoredRecord
  located: PlacedPosition | null
  /** In the département that is looked at, rather than near it */
  isHere: boolean
}

/** How many places a row is shown with */
const mostCandidates = 5

/**
 * Casts doubt on the rows that would add a place which may be there already, or be another row of the file: the
 * likeliest places are kept with each. Only places that she may edit are compared: she can match no other.
 */
export async function markDoubles(
  tx: Transaction,
  uploadId: string,
  user: CurrentUser,
  communes: CommuneIndex,
): Promise<void> {
  const departments = await tx.$queryRaw<{ code: string }[]>`
    SELECT DISTINCT "departmentCode" AS code FROM "ImportRow"
    WHERE "uploadId" = ${uploadId}::uuid AND "placeId" IS NULL AND kind IN ('ADDED', 'DOUBTFUL')`
  const neighbours = await acrossBorders(tx, uploadId)
  // One département after the other: places of all of France at once would not fit in what an import may use
  for (const { code } of departments) {
    const near = neighbours.filter((neighbour) => neighbour.code === code)
    await markDoublesIn(tx, uploadId, user, communes, code, near)
  }
}

/** A place, or a row that would add one, which stands near a row of that département and in another one. */
interface Neighbour {
  code: string
  placeId: string | null
  row: number | null
}

/** Those in the same cell of about two kilometres, laid twice: the cells that pairs are looked for in. */
function acrossBorders(tx: Transaction, uploadId: string): Promise<Neighbour[]> {
  const cell = Prisma.sql`concat_ws(' ', shift, floor(latitude / 0.02 + shift), floor(longitude / 0.03 + shift))`
  return tx.$queryRaw<Neighbour[]>`
    WITH shifts (shift) AS (VALUES (0), (0.5)), added AS MATERIALIZED (
      SELECT "row", "departmentCode" AS code, ${cell} AS cell FROM "ImportRow", shifts,
        jsonb_to_record(coalesce(nullif(staged -> 'record' -> 'position', 'null'), located))
          AS at (latitude float8, longitude float8)
      WHERE "uploadId" = ${uploadId}::uuid AND "placeId" IS NULL AND kind IN ('ADDED', 'DOUBTFUL')
    ), cells AS MATERIALIZED (SELECT DISTINCT code, cell FROM added)
    SELECT cells.code, p.id AS "placeId", NULL::int AS "row" FROM cells JOIN (
      SELECT id, "communeCode", ${cell} AS cell FROM "Place", shifts WHERE status <> 'ARCHIVED') p USING (cell)
      JOIN "Commune" c ON c.code = p."communeCode" AND c."departmentCode" <> cells.code
    UNION
    SELECT cells.code, NULL, added."row" FROM cells JOIN added USING (cell) WHERE added.code <> cells.code`
}

async function markDoublesIn(
  tx: Transaction,
  uploadId: string,
  user: CurrentUser,
  communes: CommuneIndex,
  departmentCode: string,
  neighbours: readonly Neighbour[],
): Promise<void> {
  const rows = await tx.$queryRaw<NewRow[]>`
    SELECT "row", line, staged -> 'record' AS record, located, "departmentCode" = ${departmentCode} AS "isHere"
    FROM "ImportRow"
    WHERE "uploadId" = ${uploadId}::uuid AND "placeId" IS NULL AND kind IN ('ADDED', 'DOUBTFUL')
      AND ("departmentCode" = ${departmentCode} OR "row" = ANY (${neighbours.flatMap(({ row }) => row ?? [])}::int[]))
    ORDER BY "row"`
  const added = new Map(rows.map((row) => [rowId(row.row), { ...row, place: describeRow(row, communes) }]))
  const known = new Map(
    (
      await describePlaces(
        departmentCode,
        neighbours.flatMap(({ placeId }) => placeId ?? []),
      )
    )
      .filter((place) => mayOnPlace(user, 'edit', place))
      .map((place) => [place.id, place]),
  )
  const places = [...known.values(), ...[...added.values()].map(({ place }) => place)].map(comparable)
  const pairs = findPairs(places, (one, other) => added.has(one.id) || added.has(other.id))
  const candidates = new Map<string, RowCandidate[]>()
  for (const { one, other, score, signals } of pairs) {
    // Ids of rows come after those of places
    const [id, of] = added.has(other) ? [one, other] : [other, one]
    const twin = added.get(id)
    const place = twin?.place ?? known.get(id)
    if (!place || !added.get(of)?.isHere) continue
    const name = twin ? `${place.name} (ligne ${twin.line} de ce fichier)` : place.name
    const candidate = { id: twin ? '' : id, name, address: `${place.address}, ${place.communeName}`, score, signals }
    candidates.set(of, [...(candidates.get(of) ?? []), candidate])
  }
  const doubtful = [...candidates].map(([id, found]) => ({
    row: added.get(id)?.row,
    candidates: found.sort((a, b) => b.score - a.score).slice(0, mostCandidates),
  }))
  await tx.$executeRaw`
    UPDATE "ImportRow" r SET kind = 'DOUBTFUL', decision = NULL, doubts = array_append(r.doubts, 'double'),
      candidates = doubtful.candidates
    FROM jsonb_to_recordset(${jsonText(doubtful)}::jsonb) AS doubtful ("row" int, candidates jsonb)
    WHERE r."uploadId" = ${uploadId}::uuid AND r."row" = doubtful."row"`
}

/** In the order of the file, after all ids of places. */
const rowId = (row: number) => `row-${String(row).padStart(6, '0')}`

function describeRow({ row, record, located }: NewRow, communes: CommuneIndex): Described {
  const position = given(record) ?? located ?? { latitude: 0, longitude: 0, precision: 'COMMUNE' as const }
  const { name, address, communeCode, pivot, phone, emails, websites } = record
  return {
    id: rowId(row),
    name,
    address,
    communeCode,
    communeName: communes.ofCode(communeCode)?.name ?? '',
    latitude: position.latitude,
    longitude: position.longitude,
    isApproximate: position.precision !== 'ADDRESS' && position.precision !== 'SURVEYED',
    pivot,
    phone,
    emails,
    websites,
  }
}
