import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { territoryOf } from '@/lib/accounts/territory'
import { db, type Transaction } from '@/lib/db'
import { ForbiddenError, NotFoundError } from '@/lib/errors'
import type { Snapshot } from '@/lib/places/snapshot'
import { Prisma } from '@/prisma/client/client'
import type { ImportRowKind, ImportState } from '@/prisma/client/enums'
import type { Mapping } from '../mapping/schema'
import { mayImport, mayOpenUpload, type UploadScope } from './access'
import type { Doubt, RowCandidate, UploadForm } from './schema'

const uploadSelect = {
  id: true,
  userId: true,
  fileName: true,
  size: true,
  departmentCodes: true,
  isEverywhere: true,
  source: true,
  sourceName: true,
  state: true,
  phase: true,
  done: true,
  total: true,
  error: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  user: { select: { name: true } },
  run: {
    select: { id: true, added: true, updated: true, unchanged: true, duplicates: true, refused: true, startedAt: true },
  },
} as const

/** A file that somebody sent, without its bytes. */
export type Upload = Prisma.ImportUploadGetPayload<{ select: typeof uploadSelect }>

/**
 * A file that was sent.
 *
 * @throws NotFoundError for an unknown one, ForbiddenError outside her territory
 */
export async function getUploadFor(user: CurrentUser, id: string): Promise<Upload> {
  const upload = await db.importUpload.findUnique({ where: { id }, select: uploadSelect })
  return opened(user, upload)
}

/** What changing an upload asks to know of it. */
export type LockedUpload = Pick<Upload, 'userId' | 'departmentCodes' | 'isEverywhere'> &
  Pick<Upload, 'source' | 'sourceName' | 'fileName' | 'state' | 'version'>

/** The same, held until the transaction ends. Throws as `getUploadFor` does. */
export async function lockUploadFor(tx: Transaction, user: CurrentUser, id: string): Promise<LockedUpload> {
  const [upload] = await tx.$queryRaw<LockedUpload[]>`
    SELECT "userId", "departmentCodes", "isEverywhere", source, "sourceName", "fileName", state::text, version
    FROM "ImportUpload" WHERE id = ${id}::uuid FOR UPDATE`
  return opened(user, upload ?? null)
}

function opened<Found extends UploadScope>(user: CurrentUser, upload: Found | null): Found {
  if (!mayImport(user)) throw new ForbiddenError('Votre compte ne permet pas d’importer des lieux.')
  if (!upload) throw new NotFoundError('Cet import n’existe pas.')
  if (!mayOpenUpload(user, upload)) throw new ForbiddenError('Cet import n’est pas celui de votre territoire.')
  return upload
}

/** What was found in a file, and how its columns are read; null until it has been opened. */
export async function getUploadForm(id: string): Promise<{ form: UploadForm; mapping: Mapping } | null> {
  const upload = await db.importUpload.findUnique({ where: { id }, select: { form: true, mapping: true } })
  if (!upload?.form || !upload.mapping) return null
  return { form: upload.form as unknown as UploadForm, mapping: upload.mapping as Mapping }
}

/** One line of the list: a file that somebody sent, or a run of `npm run import`. */
export interface ListedImport {
  /** Null for a run that nobody looked at before */
  uploadId: string | null
  runId: string | null
  fileName: string
  sourceName: string
  author: string | null
  /** Null for a run */
  state: ImportState | null
  at: Date
  added: number | null
  updated: number | null
  refused: number | null
}

export const importsPerPage = 30

/** The imports of somebody's territory, the latest first: files sent, and runs that touched one of her places. */
export async function listImportsFor(user: CurrentUser, page = 1): Promise<{ total: number; imports: ListedImport[] }> {
  if (!mayImport(user)) return { total: 0, imports: [] }
  const { everywhere, departmentCodes } = territoryOf(user, 'create')
  const mine = everywhere
    ? Prisma.sql`true`
    : Prisma.sql`u."userId" = ${user.id} OR (NOT u."isEverywhere" AND cardinality(u."departmentCodes") > 0
        AND u."departmentCodes" <@ ${departmentCodes}::text[])`
  const touched = everywhere
    ? Prisma.sql`true`
    : Prisma.sql`EXISTS (SELECT FROM "PlaceRevision" v JOIN "Place" p ON p.id = v."placeId"
        JOIN "Commune" c ON c.code = p."communeCode"
        WHERE v."importRunId" = r.id AND c."departmentCode" = ANY (${departmentCodes}::text[]))`
  const all = Prisma.sql`
    SELECT u.id AS "uploadId", r.id AS "runId", u."fileName", u."sourceName", a.name AS author, u.state::text,
      u."createdAt" AS at, r.added, r.updated, r.refused
    FROM "ImportUpload" u LEFT JOIN "ImportRun" r ON r."uploadId" = u.id LEFT JOIN "User" a ON a.id = u."userId"
    WHERE ${mine}
    UNION ALL
    SELECT NULL, r.id, r."fileName", s.name, a.name, NULL, r."startedAt", r.added, r.updated, r.refused
    FROM "ImportRun" r JOIN "Source" s ON s.id = r."sourceId" LEFT JOIN "User" a ON a.id = r."userId"
    WHERE r."uploadId" IS NULL AND ${touched}`
  const [[counted], imports] = await Promise.all([
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM (${all}) listed`,
    db.$queryRaw<ListedImport[]>`
      ${all} ORDER BY at DESC LIMIT ${importsPerPage} OFFSET ${(page - 1) * importsPerPage}`,
  ])
  return { total: counted?.total ?? 0, imports }
}

/** The names of sources that somebody's imports or places already have, in the order of letters. */
export async function listSourceNamesFor(user: CurrentUser): Promise<string[]> {
  if (!mayImport(user)) return []
  const { everywhere, departmentCodes } = territoryOf(user, 'create')
  const hers = everywhere
    ? Prisma.sql`true`
    : Prisma.sql`EXISTS (SELECT FROM "ImportUpload" u WHERE u.source = s.slug AND u."userId" = ${user.id})
        OR EXISTS (SELECT FROM "PlaceSource" ps JOIN "Place" p ON p.id = ps."placeId"
          JOIN "Commune" c ON c.code = p."communeCode"
          WHERE ps."sourceId" = s.id AND c."departmentCode" = ANY (${departmentCodes}::text[]))`
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT s.name FROM "Source" s WHERE s.slug <> 'demonstration' AND (${hers}) ORDER BY s.name`
  return rows.map(({ name }) => name).sort((one, other) => one.localeCompare(other, 'fr'))
}

/** How many rows of an upload there are of each kind, taken or not, and of each doubt. */
export interface RowCounts {
  all: Record<ImportRowKind, number>
  taken: Record<ImportRowKind, number>
  /** Doubtful rows that nobody decided about */
  undecided: number
  doubts: Record<Doubt, number>
  suggestions: number
}

const none = (): Record<ImportRowKind, number> => ({
  ADDED: 0,
  CHANGED: 0,
  UNCHANGED: 0,
  DOUBTFUL: 0,
  DUPLICATE: 0,
  REFUSED: 0,
})

/** What the rows of an upload would do, counted. */
export async function countRows(uploadId: string): Promise<RowCounts> {
  const rows = await db.$queryRaw<
    {
      kind: ImportRowKind
      count: number
      taken: number
      undecided: number
      double: number
      position: number
      suggested: number
    }[]
  >`
    SELECT kind::text, count(*)::int, (count(*) FILTER (WHERE decision IN ('TAKE', 'MATCH')))::int AS taken,
      (count(*) FILTER (WHERE decision IS NULL))::int AS undecided,
      (count(*) FILTER (WHERE 'double' = ANY (doubts)))::int AS double,
      (count(*) FILTER (WHERE 'position' = ANY (doubts)))::int AS position,
      (count(*) FILTER (WHERE suggested IS NOT NULL))::int AS suggested
    FROM "ImportRow" WHERE "uploadId" = ${uploadId}::uuid AND kind IS NOT NULL GROUP BY kind`
  const counts: RowCounts = {
    all: none(),
    taken: none(),
    undecided: 0,
    doubts: { double: 0, position: 0 },
    suggestions: 0,
  }
  for (const row of rows) {
    counts.all[row.kind] = row.count
    counts.taken[row.kind] = row.taken
    counts.suggestions += row.suggested
    if (row.kind !== 'DOUBTFUL') continue
    counts.undecided = row.undecided
    counts.doubts = { double: row.double, position: row.position }
  }
  return counts
}

const rowSelect = {
  row: true,
  line: true,
  kind: true,
  name: true,
  whereabouts: true,
  externalId: true,
  placeId: true,
  changes: true,
  suggested: true,
  reasons: true,
  doubts: true,
  candidates: true,
  decision: true,
  matchId: true,
  outcome: true,
  place: { select: { name: true } },
  match: { select: { name: true } },
} as const

type StoredRow = Prisma.ImportRowGetPayload<{ select: typeof rowSelect }>

/** A row as its page shows it. */
export interface ListedRow extends Omit<StoredRow, 'changes' | 'suggested' | 'candidates'> {
  changes: { before: Snapshot; after: Snapshot } | null
  suggested: Snapshot | null
  candidates: RowCandidate[]
}

export const rowsPerPage = 50

/** One page of the rows of a kind, in the order of the file. */
export async function listRows(
  uploadId: string,
  { kind, doubt, page }: { kind: ImportRowKind; doubt?: Doubt; page: number },
): Promise<ListedRow[]> {
  const rows = await db.importRow.findMany({
    where: { uploadId, kind, ...(doubt ? { doubts: { has: doubt } } : {}) },
    select: rowSelect,
    orderBy: { row: 'asc' },
    skip: (page - 1) * rowsPerPage,
    take: rowsPerPage,
  })
  return rows.map((row) => ({
    ...row,
    changes: row.changes as ListedRow['changes'],
    suggested: row.suggested as ListedRow['suggested'],
    candidates: row.candidates as unknown as RowCandidate[],
  }))
}
