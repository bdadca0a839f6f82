import 'server-only'
import { db } from '@/lib/db'
import { type CommuneRequest, readCommuneRequest } from './commune-request'
import { type Candidate, codedLike, namedLike, similarityThreshold, soundingLike } from './commune-search'
import { typingDistance } from './typing-distance'

/** `code` is INSEE's; `formerName` is the name looked for, when it is of a commune that merged into this one. */
export type CommuneMatch = Omit<Candidate, 'words'>

/**
 * The communes that a person may mean, best first: exact names, then beginnings, then names a slip of the
 * finger away; the more people, the sooner. Understands accents or their lack, St for Saint, postcodes,
 * "blois 41", "paris 12e", and the names of merged communes, which answer the commune of today.
 */
export async function findCommunes(text: string, limit = 10): Promise<CommuneMatch[]> {
  const found = new Map<string, CommuneMatch>()
  for (const request of readCommuneRequest(text)) {
    for (const { words, ...commune } of await findCandidates(request, limit)) {
      if (!found.has(commune.code) && found.size < limit) found.set(commune.code, commune)
    }
  }
  return [...found.values()]
}

/** @returns null when no commune of today has this INSEE code */
export async function getCommune(code: string): Promise<CommuneMatch | null> {
  const commune = await db.commune.findUnique({
    where: { code },
    select: {
      code: true,
      name: true,
      postcodes: true,
      departmentCode: true,
      department: { select: { name: true } },
      population: true,
      latitude: true,
      longitude: true,
      precision: true,
    },
  })
  if (!commune) return null
  const { department, ...rest } = commune
  return { ...rest, departmentName: department.name, formerName: null }
}

export function listDepartments() {
  return db.department.findMany({
    select: { code: true, name: true, timeZone: true, regionCode: true },
    orderBy: { code: 'asc' },
  })
}

async function findCandidates(request: CommuneRequest, limit: number): Promise<Candidate[]> {
  const { name, code } = request
  if (name === '') return findByCode(code, limit)
  const named = await db.$queryRaw<Candidate[]>(namedLike(request, limit * 2))
  if (named.length >= limit || named[0]?.words === name) return named
  const alike = [...named, ...(await findAlike(request, limit))]
  if (alike.length > 0 || code === '') return alike
  // The name and the code do not go together: the name says more.
  return [...(await findCandidates({ name, code: '' }, limit)), ...(await findByCode(code, limit))]
}

async function findByCode(code: string, limit: number): Promise<Candidate[]> {
  const exact = await db.$queryRaw<Candidate[]>(codedLike(code, limit))
  // The special postcodes of companies and offices ("41013 Blois Cedex") share their first digits with the town's.
  return exact.length > 0 || code.length < 5 ? exact : db.$queryRaw<Candidate[]>(codedLike(code.slice(0, 3), limit))
}

async function findAlike(request: CommuneRequest, limit: number): Promise<Candidate[]> {
  const { name } = request
  if (name.length < 3) return []
  const threshold = String(similarityThreshold(name))
  const [, alike] = await db.$transaction([
    db.$queryRaw`SELECT set_config('pg_trgm.similarity_threshold', ${threshold}, true)`,
    db.$queryRaw<Candidate[]>(soundingLike(request, limit * 10)),
  ])
  const slips = new Map(alike.map((candidate) => [candidate, typingDistance(name, candidate.words)]))
  return alike.sort((a, b) => (slips.get(a) ?? 0) - (slips.get(b) ?? 0) || b.population - a.population)
}
