import 'server-only'
import type { Transaction } from '@/lib/db'
import { addHelper, ensureOrganisation } from '@/lib/organisations/mutations'
import type { Prisma } from '@/prisma/client/client'

/** What a request to join holds of who asks, and for where. */
export const shown = {
  id: true,
  email: true,
  name: true,
  profession: true,
  structureName: true,
  siret: true,
  communeCode: true,
  userId: true,
  commune: { select: { departmentCode: true } },
} as const satisfies Prisma.JoinRequestSelect

export type JoinRequest = Prisma.JoinRequestGetPayload<{ select: typeof shown }>

/** The structure that a request is for, with who works there; null when nobody ever joined it. */
export function organisationOf(tx: Transaction, { siret }: JoinRequest) {
  return tx.organisation.findFirst({
    where: { siret },
    select: {
      id: true,
      communeCode: true,
      commune: { select: { departmentCode: true } },
      memberships: { select: { userId: true, user: { select: { email: true } } } },
    },
  })
}

/** Makes her a helper of the structure that she asked for, which is made with its first. */
export async function letIn(tx: Transaction, request: JoinRequest, userId: string): Promise<void> {
  const { structureName: name, siret, communeCode, profession } = request
  const organisationId = await ensureOrganisation({ name, siret, communeCode }, tx)
  await addHelper(tx, { userId, organisationId, profession })
}

/** What the audit trail keeps of a request. */
export function told({ email, structureName, siret, commune }: JoinRequest, userId: string) {
  return {
    subject: `user ${userId}`,
    departmentCode: commune.departmentCode,
    details: { email, structure: structureName, siret },
  }
}
