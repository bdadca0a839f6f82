import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { territoryOf } from '@/lib/accounts/territory'
import { db } from '@/lib/db'
import { editableOf, editableSelect } from '@/lib/places/editable-place'
import { rewind, type Snapshot, snapshotOf } from '@/lib/places/snapshot'
import { Prisma } from '@/prisma/client/client'
import type { PlaceStatus, ProposalStatus, ReportStatus, ReportSubject } from '@/prisma/client/enums'
import { type ProposedField, proposedFields, reportedFields } from './fields'

/** What waits for an answer: what a citizen says, a structure proposes, or a file says against a correction. */
export const queueKinds = ['report', 'structure', 'import'] as const
export type QueueKind = (typeof queueKinds)[number]

export interface QueueItem {
  kind: QueueKind
  id: string
  status: ReportStatus | ProposalStatus
  createdAt: Date
  handledAt: Date | null
  handledBy: string | null
  message: string | null
  email: string | null
  /** Of a report */
  subject: ReportSubject | null
  /** The name of the file's source */
  source: string | null
  place: { id: string; name: string; communeName: string; status: PlaceStatus; version: number }
  fields: ProposedField[]
}

export interface QueueFilters {
  isOpen: boolean
  kind?: QueueKind
  /** From 1 */
  page: number
}

const pageSize = 20

interface Row {
  id: string
  kind: QueueKind
}

/** Reports and proposals of what somebody may answer, and nothing else: they may hold people's mail addresses. */
function queueOf(user: CurrentUser): Prisma.Sql {
  const { everywhere, departmentCodes, placeIds } = territoryOf(user, 'answer')
  return Prisma.sql`(
    SELECT q.* FROM (
      SELECT id, 'report' AS kind, "placeId", status = 'OPEN' AS "isOpen", "createdAt", "handledAt" FROM "Report"
      UNION ALL
      SELECT id, lower(origin::text), "placeId", status = 'OPEN', "createdAt", "handledAt" FROM "Proposal"
      WHERE status <> 'REPLACED'
    ) q JOIN "Place" p ON p.id = q."placeId" JOIN "Commune" c ON c.code = p."communeCode"
    WHERE ${everywhere} OR c."departmentCode" = ANY(${departmentCodes}) OR p.id = ANY(${placeIds})) q`
}

/** One page of somebody's queue: what waits, the oldest first, or what was answered, the latest first. */
export async function listQueueFor(user: CurrentUser, { isOpen, kind, page }: QueueFilters) {
  const ofKind = kind ? Prisma.sql`kind = ${kind}` : Prisma.sql`true`
  const order = isOpen ? Prisma.sql`"createdAt", id` : Prisma.sql`"handledAt" DESC, id DESC`
  const [rows, [count]] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT id, kind FROM ${queueOf(user)} WHERE "isOpen" = ${isOpen} AND ${ofKind}
      ORDER BY ${order} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM ${queueOf(user)} WHERE "isOpen" = ${isOpen} AND ${ofKind}`,
  ])
  const total = count?.total ?? 0
  return { total, pageCount: Math.max(1, Math.ceil(total / pageSize)), items: await readItems(rows) }
}

/** How many wait for somebody, by kind. */
export async function countQueueFor(user: CurrentUser): Promise<Record<QueueKind, number>> {
  const rows = await db.$queryRaw<{ kind: QueueKind; count: number }[]>`
    SELECT kind, count(*)::int FROM ${queueOf(user)} WHERE "isOpen" GROUP BY kind`
  const counts = { report: 0, structure: 0, import: 0 }
  for (const { kind, count } of rows) counts[kind] = count
  return counts
}

const handledBy = { select: { name: true } } as const
const place = { select: editableSelect } as const

async function readItems(rows: readonly Row[]): Promise<QueueItem[]> {
  const ids = (isReport: boolean) => rows.filter(({ kind }) => (kind === 'report') === isReport).map(({ id }) => id)
  const [reports, proposals] = await Promise.all([
    db.report.findMany({ where: { id: { in: ids(true) } }, include: { handledBy, place } }),
    db.proposal.findMany({ where: { id: { in: ids(false) } }, include: { handledBy, place } }),
  ])
  const [sources, revisions] = await Promise.all([
    db.source.findMany({
      where: { slug: { in: proposals.flatMap(({ source }) => source ?? []) } },
      select: { slug: true, name: true },
    }),
    db.placeRevision.findMany({
      where: { OR: proposals.map(({ placeId, version }) => ({ placeId, version: { gt: version } })) },
      orderBy: { version: 'desc' },
      select: { placeId: true, version: true, before: true },
    }),
  ])
  const items = new Map<string, QueueItem>()
  for (const { id, subject, ...report } of reports) {
    const now = snapshotOf(editableOf(report.place))
    const asked = reportedFields[subject].map((field) => [
      field,
      field === 'status' ? 'ARCHIVED' : (now[field] ?? null),
    ])
    const fields = proposedFields(now, now, Object.fromEntries(asked))
    items.set(id, { ...shown(report), id, kind: 'report', subject, source: null, fields })
  }
  for (const { id, origin, source, version, changes, ...proposal } of proposals) {
    const now = snapshotOf(editableOf(proposal.place))
    const since = revisions.filter((each) => each.placeId === proposal.placeId && each.version > version)
    const started = rewind(now, since as { before: Snapshot }[])
    const name = sources.find(({ slug }) => slug === source)?.name ?? source
    const fields = proposedFields(now, started, changes as Snapshot)
    const kind = origin === 'STRUCTURE' ? 'structure' : 'import'
    items.set(id, { ...shown(proposal), id, kind, subject: null, source: name, fields })
  }
  return rows.flatMap(({ id }) => items.get(id) ?? [])
}

type Stored = Pick<QueueItem, 'status' | 'createdAt' | 'handledAt' | 'message' | 'email'> & {
  handledBy: { name: string } | null
  place: { id: string; name: string; status: PlaceStatus; version: number; commune: { name: string } }
}

function shown({ status, createdAt, handledAt, message, email, ...stored }: Stored) {
  const { id, name, version, commune } = stored.place
  return {
    status,
    createdAt,
    handledAt,
    message,
    email,
    handledBy: stored.handledBy?.name ?? null,
    place: { id, name, version, status: stored.place.status, communeName: commune.name },
  }
}
