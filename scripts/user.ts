import { parseArgs } from 'node:util'
import { withDatabase } from './database/with-database'

const usage = 'Usage: npm run user -- --email A@B --role ROLE [--hub SLUG | --place ID] [--name NAME]'

await withDatabase(async () => {
  const { createPasswordLink, createUser } = await import('@/lib/accounts/mutations')
  const { roleName, roleOf, roleScopes } = await import('@/lib/accounts/roles')
  const { email, role: name, hub, place, name: called } = readArguments()
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

function readArguments() {
  const option = { type: 'string' } as const
  try {
    return parseArgs({ options: { email: option, role: option, hub: option, place: option, name: option } }).values
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}
