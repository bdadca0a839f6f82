import 'server-only'
import { db } from '@/lib/db'

const listed = {
  slug: true,
  name: true,
  latitude: true,
  longitude: true,
  departments: {
    select: { department: { select: { code: true, name: true } } },
    orderBy: { departmentCode: 'asc' },
  },
} as const

/** The hubs at work today, by name, each with its départements. */
export async function listHubs() {
  const hubs = await db.hub.findMany({ where: { endedOn: null }, select: listed, orderBy: { name: 'asc' } })
  return hubs.map(({ departments, ...hub }) => ({
    ...hub,
    departments: departments.map(({ department }) => department),
  }))
}

const possibleSlug = /^[a-z0-9-]{1,100}$/

/** Whether a hub has this slug, before anything of it is read. */
export async function hubExists(slug: string): Promise<boolean> {
  return possibleSlug.test(slug) && (await db.hub.count({ where: { slug } })) > 0
}

/** @returns null when no hub has this slug */
export async function getHub(slug: string) {
  if (!possibleSlug.test(slug)) return null
  const hub = await db.hub.findUnique({
    where: { slug },
    select: {
      ...listed,
      description: true,
      website: true,
      email: true,
      phone: true,
      foundedOn: true,
      endedOn: true,
      grantEuros: true,
      partners: {
        select: { name: true, website: true, isLead: true },
        orderBy: [{ isLead: 'desc' }, { name: 'asc' }],
      },
    },
  })
  return hub && { ...hub, departments: hub.departments.map(({ department }) => department) }
}

/** How many places are published in each of these départements; one without places is not in the answer. */
export async function countPlacesByDepartment(codes: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ code: string; count: number }[]>`
    SELECT c."departmentCode" AS code, count(*)::int AS count
    FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode"
    WHERE p.status = 'PUBLISHED' AND c."departmentCode" = ANY(${[...codes]})
    GROUP BY c."departmentCode"`
  return new Map(rows.map(({ code, count }) => [code, count]))
}

/** The hubs at work in a département. */
export async function listHubsOf(departmentCode: string) {
  return db.hub.findMany({
    where: { endedOn: null, departments: { some: { departmentCode } } },
    select: { slug: true, name: true },
    orderBy: { name: 'asc' },
  })
}
