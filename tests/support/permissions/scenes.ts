import type { CurrentUser } from '@/lib/accounts/permissions'
import { membershipsOf } from '@/lib/accounts/queries'
import { db } from '@/lib/db'
import type { Role } from '@/prisma/client/enums'
import { makeHub, makeUser } from '../people'
import { makeOrganisation } from '../referrals'

/** Own: in the territory of those who have one; other: in another hub's, and nobody's place there. */
export type Ground = 'own' | 'other'
export const grounds: Ground[] = ['own', 'other']

export const people = [
  'administrator',
  'coordinator',
  'editor',
  'reader',
  'placeEditor',
  /** Of another place of the same département */
  'neighbour',
  'helper',
  'nobody',
  /** A reader in the own hub who coordinates the other one: her rights there do not come along */
  'readerHere',
] as const
export type Person = (typeof people)[number]

/** A draft somewhere, and what goes with it. */
export interface Scene {
  ground: Ground
  placeId: string
  communeCode: string
  departmentCode: string
  hubId: string
  /** Of the helper; on other ground, of somebody else */
  organisationId: string
}

const communes = { own: ['41018', '41'], other: ['35238', '35'] } as const
/** Two hubs, and one person for each role. */
export async function openScenes() {
  const hubs = { own: await makeHub('hub-centre', ['37', '41']), other: await makeHub('hub-ouest', ['35']) }
  const inHub = (role: Role, hubSlug = 'hub-centre') => ({ role, hubSlug })
  const known: Record<Person, CurrentUser> = {
    administrator: await makeUser('administrator@example.org', { role: 'NATIONAL_ADMIN' }),
    coordinator: await makeUser('coordinator@example.org', inHub('HUB_COORDINATOR')),
    editor: await makeUser('editor@example.org', inHub('HUB_EDITOR')),
    reader: await makeUser('reader@example.org', inHub('READER')),
    placeEditor: await makeUser('place@example.org'),
    neighbour: await makeUser('neighbour@example.org'),
    helper: await makeUser('helper@example.org'),
    nobody: await makeUser('nobody@example.org'),
    readerHere: await makeUser('here@example.org', inHub('READER'), inHub('HUB_COORDINATOR', 'hub-ouest')),
  }
  const organisations = { own: await makeOrganisation(), other: await makeOrganisation('Mission locale') }
  await db.membership.create({
    data: { userId: known.helper.id, role: 'HELPER', organisationId: organisations.own },
  })
  known.helper.memberships = await membershipsOf(known.helper.id)
  /** So that the last administrator is never the one to change */
  await makeUser('another@example.org', { role: 'NATIONAL_ADMIN' })

  const elsewhere = { own: await addPlace(communes.own[0]), other: await addPlace(communes.other[0]) }

  return {
    administrator: known.administrator,
    async scene(ground: Ground): Promise<Scene> {
      const [communeCode, departmentCode] = communes[ground]
      return {
        ground,
        placeId: await addPlace(communeCode),
        communeCode,
        departmentCode,
        hubId: hubs[ground],
        organisationId: organisations[ground],
      }
    },
    /** Somebody as a request knows her; the place editor is that of the scene's own place. */
    async person(name: Person, { ground, placeId }: Scene): Promise<CurrentUser> {
      const user = known[name]
      if (name !== 'placeEditor' && name !== 'neighbour') return user
      const edited = name === 'placeEditor' && ground === 'own' ? placeId : elsewhere[ground]
      await db.membership.deleteMany({ where: { userId: user.id } })
      await db.membership.create({ data: { userId: user.id, role: 'PLACE_EDITOR', placeId: edited } })
      return { ...user, memberships: await membershipsOf(user.id) }
    },
  }
}

/** A draft with one service, at its first version; in one statement, since there are hundreds of them. */
export async function addPlace(communeCode: string): Promise<string> {
  const [made] = await db.$queryRaw<{ id: string }[]>`
    WITH made AS (
      INSERT INTO "Place" (kind, name, address, postcode, "communeCode", latitude, longitude, precision, "updatedAt")
      VALUES ('MEDIATION', 'Lieu', '1 rue de la Paix', '41000', ${communeCode}, 47.586, 1.336, 'ADDRESS', now())
      RETURNING id),
    offered AS (INSERT INTO "PlaceService" ("placeId", service) SELECT id, 'EMPLOYMENT' FROM made)
    INSERT INTO "PlaceRevision" (id, "placeId", version, before, after)
    SELECT gen_random_uuid(), id, 1, '{}', '{"name": "Lieu"}' FROM made RETURNING "placeId" AS id`
  if (!made) throw new Error('No place was made.')
  return made.id
}

export type Scenes = Awaited<ReturnType<typeof openScenes>>
