import 'server-only'
import type { Transaction } from '@/lib/db'

/** What went from one place to the other, by their ids. */
export interface Moved {
  aliases: string[]
  sources: { sourceId: string; externalId: string }[]
  closures: string[]
  workshops: string[]
  reports: string[]
  /** Absent of merges older than these */
  editors?: string[]
  proposals?: string[]
  referrals?: string[]
  invitations?: string[]
}

/** Hands everything that hangs on a place to another, but for what that one has already. */
export async function moveBelongings(tx: Transaction, from: string, to: string): Promise<Moved> {
  const aliases = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "PlaceAlias" SET "placeId" = ${to} WHERE "placeId" = ${from} AND id <> ${to} RETURNING id`
  const sources = await tx.$queryRaw<Moved['sources']>`
    UPDATE "PlaceSource" SET "placeId" = ${to} WHERE "placeId" = ${from} RETURNING "sourceId", "externalId"`
  const closures = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "PlaceClosure" SET "placeId" = ${to} WHERE "placeId" = ${from} RETURNING id`
  const workshops = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Workshop" SET "placeId" = ${to} WHERE "placeId" = ${from} RETURNING id`
  const reports = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Report" SET "placeId" = ${to} WHERE "placeId" = ${from} RETURNING id`
  // Whoever keeps the listing of one goes on with the other.
  const editors = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Membership" m SET "placeId" = ${to} WHERE "placeId" = ${from} AND NOT EXISTS (
      SELECT FROM "Membership" k WHERE k."placeId" = ${to} AND k."userId" = m."userId" AND k.role = m.role)
    RETURNING id`
  // A source proposes one thing at a time of a place. What is proposed is read against the place it came to.
  const proposals = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Proposal" p SET "placeId" = ${to}, version = (SELECT version FROM "Place" WHERE id = ${to})
    WHERE "placeId" = ${from} AND status = 'OPEN' AND NOT EXISTS (
      SELECT FROM "Proposal" k
      WHERE k."placeId" = ${to} AND k.status = 'OPEN' AND k.origin = 'IMPORT' AND k.source = p.source)
    RETURNING id`
  // Whoever was referred to one is expected at the other.
  const referrals = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Referral" SET "placeId" = ${to} WHERE "placeId" = ${from} RETURNING id`
  // Whoever is invited to keep the one is invited to keep the other.
  const invitations = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "InvitationPlace" p SET "placeId" = ${to} FROM "Invitation" i
    WHERE p."placeId" = ${from} AND i.id = p."invitationId" AND i."acceptedAt" IS NULL AND i."revokedAt" IS NULL
      AND NOT EXISTS (
        SELECT FROM "InvitationPlace" k WHERE k."placeId" = ${to} AND k."invitationId" = p."invitationId")
    RETURNING p."invitationId" AS id`
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
  return {
    aliases: idsOf(aliases),
    sources,
    closures: idsOf(closures),
    workshops: idsOf(workshops),
    reports: idsOf(reports),
    editors: idsOf(editors),
    proposals: idsOf(proposals),
    referrals: idsOf(referrals),
    invitations: idsOf(invitations),
  }
}

/** Only what still hangs on the kept place: a person may have removed or moved the rest. */
export async function moveBack(tx: Transaction, moved: Moved, keptId: string, goneId: string): Promise<void> {
  const back = { placeId: goneId }
  const still = (ids: string[]) => ({ where: { placeId: keptId, id: { in: ids } }, data: back })
  await tx.placeAlias.updateMany(still(moved.aliases))
  await tx.placeClosure.updateMany(still(moved.closures))
  await tx.workshop.updateMany(still(moved.workshops))
  await tx.report.updateMany(still(moved.reports))
  await tx.referral.updateMany(still(moved.referrals ?? []))
  // Somebody may have been given the same role on it since.
  await tx.$executeRaw`
    UPDATE "Membership" m SET "placeId" = ${goneId} WHERE "placeId" = ${keptId} AND id = ANY(${moved.editors ?? []}::uuid[])
      AND NOT EXISTS (
        SELECT FROM "Membership" k WHERE k."placeId" = ${goneId} AND k."userId" = m."userId" AND k.role = m.role)`
  await tx.$executeRaw`
    UPDATE "InvitationPlace" p SET "placeId" = ${goneId}
    WHERE "placeId" = ${keptId} AND "invitationId" = ANY(${moved.invitations ?? []}::uuid[]) AND NOT EXISTS (
      SELECT FROM "InvitationPlace" k WHERE k."placeId" = ${goneId} AND k."invitationId" = p."invitationId")`
  const { version } = await tx.place.findUniqueOrThrow({ where: { id: goneId }, select: { version: true } })
  await tx.proposal.updateMany({
    where: { placeId: keptId, status: 'OPEN', id: { in: moved.proposals ?? [] } },
    data: { ...back, version },
  })
  for (const source of moved.sources) {
    await tx.placeSource.updateMany({ where: { placeId: keptId, ...source }, data: back })
  }
}
