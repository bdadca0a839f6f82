import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { membershipsOf } from '@/lib/accounts/queries'
import { territoryOf } from '@/lib/accounts/territory'
import { db, type Transaction } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'
import { mayImport } from '../uploads/access'
import { mayRefresh } from './access'

/** A source as its page shows it. */
export interface ListedSource {
  id: string
  name: string
  placeCount: number
  refreshUrl: string | null
  refreshDays: number | null
  nextRefresh: Date | null
  refreshedAt: Date | null
  refreshError: string | null
  refreshFailures: number
  refreshUserId: string | null
  refreshUserName: string | null
  hubIds: string[]
  /** Of the last time that it was imported, by anybody */
  lastRun: { at: Date; added: number; updated: number; unchanged: number; refused: number } | null
  /** Whether this person may change when it is read again */
  mayChange: boolean
}

const most = 200

/** The sources of somebody's territory, those that are read again by themselves first. */
export async function listSourcesFor(user: CurrentUser): Promise<ListedSource[]> {
  if (!mayImport(user)) return []
  const rows = await db.$queryRaw<Omit<ListedSource, 'mayChange'>[]>`
    SELECT s.id, s.name, s."refreshUrl", s."refreshDays", s."nextRefresh", s."refreshedAt", s."refreshError",
      s."refreshFailures", s."refreshUserId", u.name AS "refreshUserName",
      ARRAY(SELECT DISTINCT m."hubId"::text FROM "Membership" m
        WHERE m."userId" = s."refreshUserId" AND m."hubId" IS NOT NULL) AS "hubIds",
      (SELECT count(DISTINCT ps."placeId")::int FROM "PlaceSource" ps WHERE ps."sourceId" = s.id) AS "placeCount",
      (SELECT jsonb_build_object('at', r."startedAt", 'added', r.added, 'updated', r.updated, 'unchanged', r.unchanged,
          'refused', r.refused)
        FROM "ImportRun" r WHERE r."sourceId" = s.id ORDER BY r."startedAt" DESC LIMIT 1) AS "lastRun"
    FROM "Source" s LEFT JOIN "User" u ON u.id = s."refreshUserId"
    WHERE ${visibleTo(user)}
    ORDER BY s."refreshUrl" IS NULL, s.name LIMIT ${most}`
  return rows.map((row) => ({
    ...row,
    lastRun: row.lastRun && { ...row.lastRun, at: new Date(row.lastRun.at) },
    mayChange: mayRefresh(user, row),
  }))
}

/** The sources that her places come from, those she has read again, and those of files that she sent and nobody else holds. */
function visibleTo(user: CurrentUser): Prisma.Sql {
  const { everywhere, departmentCodes } = territoryOf(user, 'create')
  if (everywhere) return Prisma.sql`s.slug <> 'demonstration'`
  return Prisma.sql`s.slug <> 'demonstration' AND (s."refreshUserId" = ${user.id}
    OR (s."refreshUserId" IS NULL AND NOT EXISTS (SELECT FROM "PlaceSource" ps WHERE ps."sourceId" = s.id)
      AND EXISTS (SELECT FROM "ImportUpload" up WHERE up.source = s.slug AND up."userId" = ${user.id}))
    OR EXISTS (SELECT FROM "PlaceSource" ps JOIN "Place" p ON p.id = ps."placeId" JOIN "Commune" c ON c.code = p."communeCode"
      WHERE ps."sourceId" = s.id AND c."departmentCode" = ANY (${departmentCodes}::text[])))`
}

/** A source that this person sees, held until the transaction ends; null for any other. */
export async function lockSourceFor(
  tx: Transaction,
  user: CurrentUser,
  id: string,
): Promise<{
  id: string
  name: string
  refreshUrl: string | null
  refreshUserId: string | null
  hubIds: string[]
} | null> {
  if (!mayImport(user)) return null
  const [source] = await tx.$queryRaw<
    { id: string; name: string; refreshUrl: string | null; refreshUserId: string | null }[]
  >`
    SELECT s.id, s.name, s."refreshUrl", s."refreshUserId" FROM "Source" s
    WHERE s.id = ${id}::uuid AND ${visibleTo(user)} FOR UPDATE`
  if (!source) return null
  const owners = source.refreshUserId ? await membershipsOf(source.refreshUserId, tx) : []
  return { ...source, hubIds: owners.flatMap(({ hubId }) => hubId ?? []) }
}

/** Whom to tell: the person who asked for it, and the coordinators of her hubs. */
export async function peopleToTell({ email, memberships }: CurrentUser): Promise<string[]> {
  const hubIds = memberships.flatMap(({ hubId }) => hubId ?? [])
  const coordinators = await db.membership.findMany({
    where: { hubId: { in: hubIds }, role: 'HUB_COORDINATOR' },
    select: { user: { select: { email: true } } },
  })
  return [...new Set([email, ...coordinators.map((one) => one.user.email)])]
}
