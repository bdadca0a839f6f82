import 'server-only'
import { type CurrentUser, mayOnPlace } from '@/lib/accounts/permissions'
import type { Transaction } from '@/lib/db'
import { comparable, type Described } from '@/lib/duplicates/comparable'
import { findPairs, meetingsOf } from '@/lib/duplicates/pairs'
import { describePlaces } from '@/lib/duplicates/queries'
import { jsonText } from '@/lib/json-text'
import { Prisma } from '@/prisma/client/client'
import type { CommuneIndex } from '../../commune-index'
import { given } from '../../locate'
import type { PlacedPosition } from '../../next-place'
import { readList } from '../../queries'
import type { StoredRecord } from '../../staged-record'
import type { RowCandidate } from '../../uploads/schema'

/** A row that would add a place, described as places are. */
interface AddedRow {
  row: number
  line: number
  /** Its département */
  code: string
  place: Described
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
  const [added, across] = await Promise.all([describeAdded(tx, uploadId, communes), acrossBorders(tx, uploadId)])
  const byRank = new Map(added.map((row) => [row.row, row]))
  const neighbours = groupsOf(across)
  // One département after the other: places of all of France at once would not fit in what an import may use
  const departments = [...groupsOf(added)].map(([code, own]) => ({ code, own, near: neighbours.get(code) ?? [] }))
  const readPlaces = async (index: number) => {
    const { code, near = [] } = departments[index] ?? {}
    return code === undefined
      ? []
      : describePlaces(
          code,
          near.flatMap(({ placeId }) => placeId ?? []),
        )
  }
  let reading = readPlaces(0)
  for (const [index, { code, own, near }] of departments.entries()) {
    const places = await reading
    // The database reads those of the next one while these are compared
    reading = readPlaces(index + 1)
    // Heard at the next turn, or not at all when comparing fails first
    reading.catch(() => {})
    const rows = [...own, ...near.flatMap(({ row }) => byRank.get(row ?? 0) ?? [])].sort((a, b) => a.row - b.row)
    await markDoublesIn(tx, uploadId, user, code, rows, places)
  }
}

/** By their `code`. */
function groupsOf<Item extends { code: string }>(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(item.code)
    if (group) group.push(item)
    else groups.set(item.code, [item])
  }
  return groups
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
  departmentCode: string,
  rows: readonly AddedRow[],
  places: Awaited<ReturnType<typeof describePlaces>>,
): Promise<void> {
  const added = new Map(rows.map((row) => [row.place.id, row]))
  const meetings = new Set(rows.flatMap(({ place }) => meetingsOf(place)))
  const known = new Map(
    places
      .filter((place) => meetingsOf(place).some((one) => meetings.has(one)) && mayOnPlace(user, 'edit', place))
      .map((place) => [place.id, place]),
  )
  const described = [...known.values(), ...rows.map(({ place }) => place)].map(comparable)
  const pairs = findPairs(described, (one, other) => added.has(one.id) || added.has(other.id))
  const candidates = new Map<string, RowCandidate[]>()
  for (const { one, other, score, signals } of pairs) {
    // Ids of rows come after those of places
    const [id, of] = added.has(other) ? [one, other] : [other, one]
    const twin = added.get(id)
    const place = twin?.place ?? known.get(id)
    if (!place || added.get(of)?.code !== departmentCode) continue
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

interface ReadRow extends Omit<AddedRow, 'place'>, Pick<StoredRecord, 'position'> {
  located: PlacedPosition | null
  record: Pick<Described, 'name' | 'address' | 'communeCode' | 'pivot' | 'phone' | 'emails' | 'websites'>
}

/** All of them in the order of the file: they weigh little, and finding those of each département would cost more. */
async function describeAdded(tx: Transaction, uploadId: string, communes: CommuneIndex): Promise<AddedRow[]> {
  const rows = await readList<ReadRow>(
    tx,
    Prisma.sql`
      SELECT r."row", r.line, r."departmentCode" AS code, r.located, r.staged -> 'record' -> 'position' AS position,
        to_jsonb(record) AS record
      FROM "ImportRow" r, jsonb_to_record(r.staged -> 'record') AS record (name text, address text, "communeCode" text,
        pivot text, phone text, emails jsonb, websites jsonb)
      WHERE r."uploadId" = ${uploadId}::uuid AND r."placeId" IS NULL AND r.kind IN ('ADDED', 'DOUBTFUL')
      ORDER BY r."row"`,
  )
  return rows.map(({ position, located, record, ...row }) => {
    const { precision, ...at } = given({ position }) ?? located ?? { latitude: 0, longitude: 0, precision: 'COMMUNE' }
    const communeName = communes.ofCode(record.communeCode)?.name ?? ''
    const isApproximate = precision !== 'ADDRESS' && precision !== 'SURVEYED'
    return { ...row, place: { ...record, ...at, id: rowId(row.row), communeName, isApproximate } }
  })
}
