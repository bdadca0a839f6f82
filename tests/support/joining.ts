import { askToJoin } from '@/lib/accounts/joining/mutations'
import { joiningInput } from '@/lib/accounts/joining/schema'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { userWithRights } from '@/lib/accounts/queries'
import { db } from '@/lib/db'
import { ensureOrganisation } from '@/lib/organisations/mutations'
import { makeUser } from './people'

export const password = 'une phrase bien longue'
export const siret = '21410018600011'
/** What the first helper of a structure types. */
export const asked = {
  name: 'Camille Aidante',
  email: 'camille@ccas.example.org',
  profession: 'Assistante sociale',
  structureName: 'CCAS de Blois',
  siret,
  lieu: 'Blois',
}
const blois = '41018'

/** Asks, and follows nothing yet: the secret of the message. */
export async function ask(fields: Partial<typeof asked> = {}): Promise<string> {
  const input = joiningInput.parse({ ...asked, ...fields })
  await askToJoin(input, blois, null)
  const { text } = await db.outboxMail.findFirstOrThrow({
    where: { to: input.email, key: { startsWith: 'joining ' } },
    orderBy: { createdAt: 'desc' },
  })
  return /rejoindre\/(\S+)$/m.exec(text)?.[1] ?? ''
}

/** A colleague who was there before, in the structure of `asked`. */
export async function helper(email: string): Promise<CurrentUser> {
  const organisationId = await ensureOrganisation({ name: 'CCAS de Blois', siret, communeCode: blois })
  return makeUser(email, { role: 'HELPER', organisationId })
}

/** Somebody with the rights that she has by now. */
export async function now(email: string): Promise<CurrentUser> {
  const { id } = await db.user.findUniqueOrThrow({ where: { email } })
  const user = await userWithRights(id)
  if (!user) throw new Error('Nobody has this address.')
  return user
}
