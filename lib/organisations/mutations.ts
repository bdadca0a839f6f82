import 'server-only'
import { db, type Transaction } from '@/lib/db'

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
