import 'server-only'
import { countInvitationsFor } from '@/lib/accounts/invitations/queries'
import { countJoiningFor } from '@/lib/accounts/joining/queries'
import { type CurrentUser, mayManagePeople } from '@/lib/accounts/permissions'
import { mayCreateSomewhere, territoryOf } from '@/lib/accounts/territory'
import { db } from '@/lib/db'
import { countPairsFor } from '@/lib/duplicates/queries'
import { countUnconfirmedFor } from '@/lib/freshness/queries'
import { countAgreementsFor } from '@/lib/organisations/agreements/queries'
import { inTerritory } from '@/lib/places/table/conditions'
import { gapConditions } from '@/lib/places/table/gap-conditions'
import { countQueueFor } from '@/lib/proposals/queries'
import { countReceived } from '@/lib/referrals/queries'
import { Prisma } from '@/prisma/client/client'

/** Imports older than this are the past: their refused rows were seen, or nobody will. */
const importDays = 30

/** What needs somebody this morning, counted within what she may do; and how many places she has. */
export async function todayFor(user: CurrentUser) {
  const [referrals, queue, unconfirmed, duplicates, joining, agreements, invitations, imports, places] =
    await Promise.all([
      countReceived(user),
      countQueueFor(user),
      countUnconfirmedFor(user),
      countPairsFor(user),
      mayManagePeople(user) ? countJoiningFor(user) : 0,
      countAgreementsFor(user),
      mayManagePeople(user) ? countInvitationsFor(user) : 0,
      countImports(user),
      countPlaces(user),
    ])
  const { PUBLISHED, DRAFT, ARCHIVED, ...gaps } = places
  const reports = queue.report + queue.structure + queue.import
  return {
    tasks: {
      referrals,
      reports,
      unconfirmed,
      helpers: joining + agreements,
      duplicates,
      ...gaps,
      imports,
      invitations,
    },
    places: { PUBLISHED, DRAFT, ARCHIVED },
  }
}

/** One reading of the places for everything that is theirs. */
async function countPlaces(user: CurrentUser) {
  const counted = (condition: Prisma.Sql) => Prisma.sql`count(*) FILTER (WHERE ${condition})::int`
  const status = (name: string) => counted(Prisma.sql`p.status = ${name}::"PlaceStatus"`)
  const lacking = (gap: keyof typeof gapConditions) =>
    counted(Prisma.sql`p.status <> 'ARCHIVED' AND ${gapConditions[gap]}`)
  const [row] = await db.$queryRaw<
    Record<'PUBLISHED' | 'DRAFT' | 'ARCHIVED' | 'services' | 'hours' | 'position', number>[]
  >`
    SELECT ${status('PUBLISHED')} AS "PUBLISHED", ${status('DRAFT')} AS "DRAFT", ${status('ARCHIVED')} AS "ARCHIVED",
      ${lacking('services')} AS services, ${lacking('hours')} AS hours, ${lacking('position')} AS position
    FROM "Place" p WHERE ${inTerritory(territoryOf(user))}`
  return row ?? { PUBLISHED: 0, DRAFT: 0, ARCHIVED: 0, services: 0, hours: 0, position: 0 }
}

/** The imports of the last weeks that refused rows, or that wait for her: hers, and those of her territory. */
async function countImports(user: CurrentUser): Promise<number> {
  if (!mayCreateSomewhere(user)) return 0
  const { everywhere, departmentCodes } = territoryOf(user, 'create')
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT u.id FROM "ImportUpload" u LEFT JOIN "ImportRun" r ON r."uploadId" = u.id
      WHERE (u.state IN ('MAPPING', 'READY') OR u.state = 'DONE' AND r.refused > 0)
        AND u."createdAt" > now() - make_interval(days => ${importDays})
        AND (${everywhere} OR u."userId" = ${user.id} OR (NOT u."isEverywhere"
          AND cardinality(u."departmentCodes") > 0 AND u."departmentCodes" <@ ${departmentCodes}::text[]))
      UNION ALL
      SELECT r.id FROM "ImportRun" r
      WHERE r."uploadId" IS NULL AND r.refused > 0 AND r."startedAt" > now() - make_interval(days => ${importDays})
        AND (${everywhere} OR EXISTS (
          SELECT FROM "PlaceRevision" v JOIN "Place" p ON p.id = v."placeId" JOIN "Commune" c ON c.code = p."communeCode"
          WHERE v."importRunId" = r.id AND c."departmentCode" = ANY (${departmentCodes}::text[])))) imports`
  return row?.count ?? 0
}
