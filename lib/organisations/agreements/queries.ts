import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { peopleScopeOf } from '@/lib/accounts/territory'
import { db, type Transaction } from '@/lib/db'
import { UserError } from '@/lib/errors'
import { sendPath } from '@/lib/referrals/send-path'
import { Prisma } from '@/prisma/client/client'

/** A hub that is to say yes before an organisation refers somebody to its places. */
export interface HubToAsk {
  id: string
  name: string
  /** When it was asked; null when nobody did */
  askedAt: Date | null
  /** When it said no, or took its yes back */
  refusedAt: Date | null
}

/**
 * The hubs of a place that answer for who joins, as long as none of them knows an organisation: it says that it works
 * in their départements, where they let it in; it referred people there before they chose to answer; or they agreed.
 */
export async function listHubsToAsk(
  organisationId: string,
  placeId: string,
  client: Transaction = db,
): Promise<HubToAsk[]> {
  const department = Prisma.sql`
    SELECT c."departmentCode" FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode" WHERE p.id = ${placeId}`
  return hubsToAsk(organisationId, department, client)
}

/** The départements, among some, where an organisation sends nobody before a hub says yes, as `listHubsToAsk` tells. */
export async function listDepartmentsToAsk(
  organisationId: string,
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  const hubs = await hubsToAsk(organisationId, Prisma.sql`SELECT unnest(${[...new Set(codes)]}::text[])`)
  return new Set(hubs.map(({ departmentCode }) => departmentCode))
}

/** Whether an organisation chose to send somebody to places of a hub: what a place sent on was not its choice. */
export const hasSent = (organisationId: Prisma.Sql, hubId: Prisma.Sql) => Prisma.sql`EXISTS (
  SELECT FROM "Referral" r JOIN "Place" p ON p.id = r."placeId" JOIN "Commune" rc ON rc.code = p."communeCode"
  JOIN "HubDepartment" rd ON rd."departmentCode" = rc."departmentCode"
  WHERE r."organisationId" = ${organisationId} AND r."redirectedFromId" IS NULL AND rd."hubId" = ${hubId})`

/** Of a département with several hubs, all or none are to be asked: one that knows the organisation is enough. */
function hubsToAsk(organisationId: string, departments: Prisma.Sql, client: Transaction = db) {
  return client.$queryRaw<(HubToAsk & { departmentCode: string })[]>`
    SELECT id, name, "askedAt", "refusedAt", "departmentCode" FROM (
      SELECT h.id, h.name, a."askedAt", a."refusedAt", d."departmentCode", bool_or(a."agreedAt" IS NOT NULL OR EXISTS (
          SELECT FROM "Organisation" o JOIN "Commune" oc ON oc.code = o."communeCode"
          JOIN "HubDepartment" od ON od."departmentCode" = oc."departmentCode"
          WHERE o.id = ${organisationId}::uuid AND od."hubId" = h.id
        ) OR a.id IS NULL AND ${hasSent(Prisma.sql`${organisationId}::uuid`, Prisma.sql`h.id`)}) OVER (PARTITION BY d."departmentCode") AS "isKnown"
      FROM "HubDepartment" d JOIN "Hub" h ON h.id = d."hubId" AND h."endedOn" IS NULL AND h."approvesHelpers"
      LEFT JOIN "HubAgreement" a ON a."hubId" = h.id AND a."organisationId" = ${organisationId}::uuid
      WHERE d."departmentCode" IN (${departments})) hubs
    WHERE NOT "isKnown" ORDER BY name`
}

/**
 * Refuses what an organisation may not send yet.
 *
 * @throws UserError where a hub is to say yes first
 */
export async function requireAgreement(tx: Transaction, organisationId: string, placeId: string): Promise<void> {
  const hubs = await listHubsToAsk(organisationId, placeId, tx)
  if (hubs.length === 0) return
  const names = new Intl.ListFormat('fr', { type: 'disjunction' }).format(
    hubs.map(({ name }) => `«\u00a0${name}\u00a0»`),
  )
  throw new UserError(`${names} donne d’abord son accord aux structures qui orientent vers ses lieux.`, {
    href: sendPath(placeId),
    label: 'Demander l’accord du hub',
  })
}

/** What was asked of the hubs that this person coordinates. */
function answerableBy(user: CurrentUser): Prisma.HubAgreementWhereInput {
  const { everywhere, hubIds } = peopleScopeOf(user)
  return everywhere ? {} : { hubId: { in: hubIds } }
}

const unanswered = { agreedAt: null, refusedAt: null } satisfies Prisma.HubAgreementWhereInput

/** How many structures of elsewhere wait for this person's yes or no. */
export function countAgreementsFor(user: CurrentUser): Promise<number> {
  return db.hubAgreement.count({ where: { ...answerableBy(user), ...unanswered } })
}

/** More of them waiting are answered from the oldest. */
const listedAtMost = 100

/** The structures of elsewhere that wait for this person's yes or no, the oldest first. */
export function listAgreementsFor(user: CurrentUser) {
  return listAgreements({ ...answerableBy(user), ...unanswered }, { askedAt: 'asc' })
}

/** Those that this person, or somebody beside her, said yes or no to: what may be taken back first, the latest first. */
export function listAnsweredFor(user: CurrentUser) {
  return listAgreements(
    { ...answerableBy(user), NOT: unanswered },
    { agreedAt: { sort: 'desc', nulls: 'last' } },
    { refusedAt: { sort: 'desc', nulls: 'last' } },
  )
}

async function listAgreements(
  where: Prisma.HubAgreementWhereInput,
  ...order: Prisma.HubAgreementOrderByWithRelationInput[]
) {
  const asked = await db.hubAgreement.findMany({
    where,
    select: {
      id: true,
      askedAt: true,
      agreedAt: true,
      refusedAt: true,
      hub: { select: { name: true } },
      askedBy: { select: { name: true, email: true } },
      organisation: {
        select: { name: true, siret: true, commune: { select: { name: true, departmentCode: true } } },
      },
    },
    orderBy: [...order, { id: 'asc' }],
    take: listedAtMost,
  })
  return asked.map(({ hub, organisation: { name, siret, commune }, ...rest }) => ({
    ...rest,
    hub: hub.name,
    name,
    structure: [name, commune && `${commune.name} (${commune.departmentCode})`, siret && `SIRET ${siret}`]
      .filter(Boolean)
      .join(', '),
  }))
}

export type ListedAgreement = Awaited<ReturnType<typeof listAgreements>>[number]
