import { parseArgs } from 'node:util'
import { withDatabase } from './database/with-database'

const usage = `Usage: npm run user -- --email A@B --role ROLE [--hub SLUG | --place ID] [--name NAME]
       npm run user -- --email A@B --role helper --organisation SIRET [--structure NAME --commune CODE] [--name NAME]
       npm run user -- --email A@B --reset-second-factor`

await withDatabase(async () => {
  const { createPasswordLink, createUser } = await import('@/lib/accounts/mutations')
  const { roleName, roleOf, roleScopes } = await import('@/lib/accounts/roles')
  const given = readArguments()
  const { email, role: name, hub, place, organisation, name: called, 'reset-second-factor': isReset } = given
  if (email && isReset) return reset(email)
  const role = roleOf(name ?? '')
  if (!email || !role) {
    const roles = Object.keys(roleScopes).map((known) => roleName(known as keyof typeof roleScopes))
    throw new Error(`${usage}\nRoles: ${roles.join(', ')}.`)
  }
  const { id, created } = await createUser({
    email,
    name: called ?? email.split('@')[0] ?? email,
    memberships: [
      { role, hubSlug: hub, placeId: place, organisationId: organisation && (await organisationOf(given)) },
    ],
  })
  const token = await createPasswordLink(id)
  console.log(`${email} ${created ? 'now has an account' : 'keeps its account'}, as ${roleName(role)}.`)
  console.log('This link sets its password, once, within 24 hours:')
  console.log(`${process.env.PUBLIC_URL}/mot-de-passe/${token}`)
})

/** The organisation of a SIRET; one that nobody joined yet is made, and needs its name. */
async function organisationOf({ organisation = '', structure, commune }: ReturnType<typeof readArguments>) {
  const { db } = await import('@/lib/db')
  const { ensureOrganisation } = await import('@/lib/organisations/mutations')
  const { isSiret } = await import('@/lib/places/pivot')
  if (!isSiret(organisation)) throw new Error(`${organisation} is not a SIRET.`)
  const known = await db.organisation.findFirst({ where: { siret: organisation }, select: { id: true } })
  if (known) return known.id
  if (!structure) throw new Error(`Nobody works for ${organisation} yet: say its name with --structure.`)
  if (commune && !(await db.commune.count({ where: { code: commune } }))) throw new Error(`No commune ${commune}.`)
  return ensureOrganisation({ name: structure, siret: organisation, communeCode: commune ?? null })
}

/** For whoever lost every second factor when no administrator is left to take them away. */
async function reset(email: string) {
  const { db } = await import('@/lib/db')
  const { resetSecondFactor } = await import('@/lib/accounts/second-factor/mutations')
  const user = await db.user.findUnique({ where: { email }, select: { id: true } })
  if (!user) throw new Error(`No account has the address ${email}.`)
  await resetSecondFactor(null, user.id)
  console.log(`${email} has no second factor any more, and no open session.`)
}

function readArguments() {
  const option = { type: 'string' } as const
  const options = { email: option, role: option, hub: option, place: option, name: option, organisation: option }
  try {
    return parseArgs({
      options: { ...options, structure: option, commune: option, 'reset-second-factor': { type: 'boolean' } },
    }).values
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}
