import { parseArgs } from 'node:util'
import { withDatabase } from './database/with-database'

const usage = `Usage: npm run user -- --email A@B --role ROLE [--hub SLUG | --place ID] [--name NAME]
       npm run user -- --email A@B --reset-second-factor`

await withDatabase(async () => {
  const { createPasswordLink, createUser } = await import('@/lib/accounts/mutations')
  const { roleName, roleOf, roleScopes } = await import('@/lib/accounts/roles')
  const { email, role: name, hub, place, name: called, 'reset-second-factor': isReset } = readArguments()
  if (email && isReset) return reset(email)
  const role = roleOf(name ?? '')
  if (!email || !role) {
    const roles = Object.keys(roleScopes).map((known) => roleName(known as keyof typeof roleScopes))
    throw new Error(`${usage}\nRoles: ${roles.join(', ')}.`)
  }
  const { id, created } = await createUser({
    email,
    name: called ?? email.split('@')[0] ?? email,
    memberships: [{ role, hubSlug: hub, placeId: place }],
  })
  const token = await createPasswordLink(id)
  console.log(`${email} ${created ? 'now has an account' : 'keeps its account'}, as ${roleName(role)}.`)
  console.log('This link sets its password, once, within 24 hours:')
  console.log(`${process.env.PUBLIC_URL}/mot-de-passe/${token}`)
})

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
  const options = { email: option, role: option, hub: option, place: option, name: option }
  try {
    return parseArgs({ options: { ...options, 'reset-second-factor': { type: 'boolean' } } }).values
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}
