import 'server-only'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { audit } from '@/lib/audit/mutations'
import { db, type Transaction } from '@/lib/db'
import { NotFoundError, UserError } from '@/lib/errors'

/** A structure where helpers work, known by its SIRET. */
interface Structure {
  name: string
  siret: string
  communeCode: string | null
  isDemo?: boolean
}

/**
 * The organisation of a SIRET, made when nobody of it came before: its name and its commune are those that were
 * said first.
 *
 * @returns its id
 */
export async function ensureOrganisation(structure: Structure, client: Transaction = db): Promise<string> {
  const { name, siret, communeCode, isDemo = false } = structure
  const [organisation] = await client.$queryRaw<{ id: string }[]>`
    INSERT INTO "Organisation" AS o (id, name, siret, "communeCode", "isDemo")
    VALUES (gen_random_uuid(), ${name}, ${siret}, ${communeCode}, ${isDemo})
    ON CONFLICT (siret) DO UPDATE SET siret = o.siret
    RETURNING id`
  if (!organisation) throw new Error('An organisation is there once it was written.')
  return organisation.id
}

/** Makes somebody a helper of an organisation; who is one already keeps what she said of herself. */
export async function addHelper(
  tx: Transaction,
  helper: { userId: string; organisationId: string; profession?: string | null },
): Promise<void> {
  await tx.membership.createMany({ data: { ...helper, role: 'HELPER' }, skipDuplicates: true })
}

/**
 * Holds an organisation that a helper is about to leave, until the end of the transaction: two who leave at once do so
 * one after the other.
 *
 * @throws UserError for the last one, while referrals are under way: their answers would come to nobody
 */
export async function holdTeam(tx: Transaction, organisationId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Organisation" WHERE id = ${organisationId}::uuid FOR UPDATE`
  if ((await tx.membership.count({ where: { organisationId, role: 'HELPER' } })) > 1) return
  if ((await tx.referral.count({ where: { organisationId, closedAt: null } })) > 0)
    throw new UserError(
      'C’est la dernière personne de cette équipe, et des orientations sont en cours. Terminez-les, ou invitez d’abord un collègue.',
    )
}

/**
 * Leaves an organisation: its referrals stay with whoever remains.
 *
 * @param knowsLast whether she was told that nobody remains, and wants to leave all the same
 * @throws UserError for the last one who was not told, and as `holdTeam` does
 */
export async function leaveOrganisation(user: CurrentUser, organisationId: string, knowsLast: boolean): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Organisation" WHERE id = ${organisationId}::uuid FOR UPDATE`
    const organisation = await tx.organisation.findFirst({
      where: { id: organisationId, memberships: { some: { userId: user.id } } },
      select: { name: true, _count: { select: { memberships: true } } },
    })
    if (!organisation) throw new NotFoundError('Vous avez déjà quitté cette organisation.')
    await holdTeam(tx, organisationId)
    if (organisation._count.memberships === 1 && !knowsLast) {
      throw new UserError('Vous êtes la dernière personne\u00a0: cochez la case pour partir quand même.')
    }
    await tx.membership.deleteMany({ where: { userId: user.id, organisationId } })
    await audit(tx, {
      user,
      action: 'membership.removed',
      subject: `user ${user.id}`,
      details: { email: user.email, role: 'HELPER', structure: organisation.name },
    })
  })
}

/** Says what somebody does in an organisation, in her words; nothing when null. */
export async function saveProfession(
  user: CurrentUser,
  { organisationId, profession }: { organisationId: string; profession: string | null },
): Promise<void> {
  const { count } = await db.membership.updateMany({ where: { userId: user.id, organisationId }, data: { profession } })
  if (count === 0) throw new NotFoundError('Vous ne faites plus partie de cette organisation.')
}
