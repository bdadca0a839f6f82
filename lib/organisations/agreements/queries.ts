import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { peopleScopeOf } from '@/lib/accounts/territory'
import { db, type Transaction } from '@/lib/db'
import { UserError } from '@/lib/errors'
import type { Prisma } from '@/prisma/client/client'

/** A hub that is to say yes before an organisation refers somebody to its places. */
export interface HubToAsk {
  id: string
  name: string
  /** When it was asked; null when nobody did */
  askedAt: Date | null
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
  const hubs = await client.$queryRaw<(HubToAsk & { knows: boolean })[]>`
    SELECT h.id, h.name, a."askedAt", a."agreedAt" IS NOT NULL OR EXISTS (
        SELECT FROM "Organisation" o JOIN "Commune" oc ON oc.code = o."communeCode"
        JOIN "HubDepartment" od ON od."departmentCode" = oc."departmentCode"
        WHERE o.id = ${organisationId}::uuid AND od."hubId" = h.id
      ) OR EXISTS (
        -- What a place sent on was not its choice.
        SELECT FROM "Referral" r JOIN "Place" rp ON rp.id = r."placeId" JOIN "Commune" rc ON rc.code = rp."communeCode"
        JOIN "HubDepartment" rd ON rd."departmentCode" = rc."departmentCode"
        WHERE r."organisationId" = ${organisationId}::uuid AND r."redirectedFromId" IS NULL AND rd."hubId" = h.id
      ) AS knows
    FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode"
    JOIN "HubDepartment" d ON d."departmentCode" = c."departmentCode"
    JOIN "Hub" h ON h.id = d."hubId" AND h."endedOn" IS NULL AND h."approvesHelpers"
    LEFT JOIN "HubAgreement" a ON a."hubId" = h.id AND a."organisationId" = ${organisationId}::uuid
    WHERE p.id = ${placeId} ORDER BY h.name`
  return hubs.some(({ knows }) => knows) ? [] : hubs.map(({ id, name, askedAt }) => ({ id, name, askedAt }))
}

/**
 * Refuses what an organisation may not send yet.
 *
 * @throws UserError where a hub is to say yes first
 */
export async function requireAgreement(tx: Transaction, organisationId: string, placeId: string): Promise<void> {
  const [hub] = await listHubsToAsk(organisationId, placeId, tx)
  if (!hub) return
  throw new UserError(
    `«\u00a0${hub.name}\u00a0» donne d’abord son accord aux structures qui orientent vers ses lieux. Ouvrez la page de ce lieu, puis «\u00a0Orienter vers ce lieu\u00a0», pour le demander.`,
  )
}

/** The requests that this person may answer: to the hubs that she coordinates. */
function answerableBy(user: CurrentUser): Prisma.HubAgreementWhereInput {
  const { everywhere, hubIds } = peopleScopeOf(user)
  return { agreedAt: null, ...(everywhere ? {} : { hubId: { in: hubIds } }) }
}

/** How many structures of elsewhere wait for this person's yes or no. */
export function countAgreementsFor(user: CurrentUser): Promise<number> {
  return db.hubAgreement.count({ where: answerableBy(user) })
}

/** More of them waiting are answered from the oldest. */
const listedAtMost = 100

/** The structures of elsewhere that wait for this person's yes or no, the oldest first. */
export async function listAgreementsFor(user: CurrentUser) {
  const asked = await db.hubAgreement.findMany({
    where: answerableBy(user),
    select: {
      id: true,
      askedAt: true,
      hub: { select: { name: true } },
      askedBy: { select: { name: true, email: true } },
      organisation: {
        select: { name: true, siret: true, commune: { select: { name: true, departmentCode: true } } },
      },
    },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
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

export type ListedAgreement = Awaited<ReturnType<typeof listAgreementsFor>>[number]
