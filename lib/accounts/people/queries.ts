import 'server-only'
import { db } from '@/lib/db'
import { ForbiddenError, NotFoundError } from '@/lib/errors'
import type { Prisma } from '@/prisma/client/client'
import { type CurrentUser, mayManagePeople } from '../permissions'
import { peopleScopeOf } from '../territory'

const pageSize = 50

/** The roles that this person follows: those of her hubs, and those of the places and the helpers of her départements. */
function rolesFollowedBy(user: CurrentUser): Prisma.MembershipWhereInput {
  const { everywhere, hubIds, departmentCodes } = peopleScopeOf(user)
  if (everywhere) return {}
  return {
    OR: [
      { hubId: { in: hubIds } },
      { role: 'PLACE_EDITOR', place: { commune: { departmentCode: { in: departmentCodes } } } },
      { role: 'HELPER', organisation: { commune: { departmentCode: { in: departmentCodes } } } },
    ],
  }
}

function peopleFollowedBy(user: CurrentUser): Prisma.UserWhereInput {
  return peopleScopeOf(user).everywhere ? {} : { memberships: { some: rolesFollowedBy(user) } }
}

/** Of somebody's roles, only those that the person who asks follows. */
const personFor = (user: CurrentUser) =>
  ({
    id: true,
    name: true,
    email: true,
    lastSeenAt: true,
    memberships: {
      where: rolesFollowedBy(user),
      select: {
        id: true,
        role: true,
        hub: { select: { slug: true, name: true } },
        place: { select: { id: true, name: true, commune: { select: { name: true } } } },
        organisation: { select: { name: true, commune: { select: { name: true } } } },
      },
      orderBy: [{ role: 'asc' }, { createdAt: 'asc' }],
    },
  }) satisfies Prisma.UserSelect

/**
 * One page of the people whose roles somebody follows, by name: an administrator, everybody; a coordinator, those
 * of her hubs and of the places of her départements.
 *
 * @param q words of a name or an e-mail
 * @throws ForbiddenError for whoever manages no one
 */
export async function listPeopleFor(user: CurrentUser, { q = '', page = 1 }: { q?: string; page?: number }) {
  if (!mayManagePeople(user)) throw forbidden()
  const words = q.split(/\s+/).filter(Boolean)
  const where: Prisma.UserWhereInput = {
    AND: [
      peopleFollowedBy(user),
      ...words.map((word) => ({
        OR: [{ name: { contains: word, mode: 'insensitive' as const } }, { email: { contains: word } }],
      })),
    ],
  }
  const [total, people] = await Promise.all([
    db.user.count({ where }),
    db.user.findMany({
      where,
      select: personFor(user),
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
  ])
  return { total, pageCount: Math.max(1, Math.ceil(total / pageSize)), people }
}

export type ListedPerson = Awaited<ReturnType<typeof listPeopleFor>>['people'][number]

/**
 * One person, with the roles that whoever asks follows.
 *
 * @throws NotFoundError when there is no such person, or none that she follows
 * @throws ForbiddenError for whoever manages no one
 */
export async function getPersonFor(user: CurrentUser, id: string) {
  if (!mayManagePeople(user)) throw forbidden()
  const person = await db.user.findFirst({
    where: { AND: [{ id }, peopleFollowedBy(user)] },
    select: { ...personFor(user), createdAt: true },
  })
  if (!person) throw new NotFoundError('Cette personne n’existe pas, ou n’a pas de rôle dans votre territoire.')
  return person
}

/** The hubs into which this person may invite, by name. */
export function listHubsToGive(user: CurrentUser): Promise<{ id: string; name: string }[]> {
  const { everywhere, hubIds } = peopleScopeOf(user)
  return db.hub.findMany({
    where: everywhere ? {} : { id: { in: hubIds } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
}

const foundAtMost = 20

/** The places whose editors this person may invite: those chosen already, then those that some words name. */
export async function findPlacesToGive(user: CurrentUser, q: string, chosen: readonly string[]) {
  const { everywhere, departmentCodes } = peopleScopeOf(user)
  const inReach: Prisma.PlaceWhereInput = everywhere ? {} : { commune: { departmentCode: { in: departmentCodes } } }
  const [folded] = await db.$queryRaw<{ words: string }[]>`SELECT fold(${q}) AS words`
  const words = folded?.words.split(' ').filter(Boolean) ?? []
  const select = { id: true, name: true, address: true, commune: { select: { name: true } } } as const
  const [kept, found] = await Promise.all([
    db.place.findMany({ where: { AND: [inReach, { id: { in: [...chosen] } }] }, select, orderBy: { name: 'asc' } }),
    words.length === 0
      ? []
      : db.place.findMany({
          where: {
            AND: [
              inReach,
              { status: { not: 'ARCHIVED' }, id: { notIn: [...chosen] } },
              {
                OR: [
                  { id: q.trim().toLowerCase() },
                  { AND: words.map((word) => ({ searchText: { contains: word } })) },
                ],
              },
            ],
          },
          select,
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
          take: foundAtMost,
        }),
  ])
  return [...kept, ...found].map(({ commune, ...place }) => ({ ...place, communeName: commune.name }))
}

const forbidden = () => new ForbiddenError('Vous ne suivez pas les rôles des autres personnes.')
