import 'server-only'
import { db, queryFast } from '@/lib/db'
import { type CommuneRequest, readCommuneRequest } from './commune-request'
import {
  type Candidate,
  codedLike,
  type NamedStatement,
  namedLike,
  namedOneOf,
  oneSlipFrom,
  soundingLike,
} from './commune-search'
import { departmentsNamed, departmentsStarting, type NamedDepartment, withoutDepartment } from './department-request'
import { typingDistance } from './typing-distance'

/** `code` is INSEE's; `formerName` is the name looked for, when it is of a commune that merged into this one. */
export type CommuneMatch = Omit<Candidate, 'words'>

/** What the name of a place may mean. */
export interface TerritoryMatches {
  /** How the text was read: what its best communes are named, or coded */
  request: CommuneRequest
  /** Best first */
  communes: CommuneMatch[]
  /** Those that bear the very name, or make up the region that does */
  departments: NamedDepartment[]
  /** Those whose name starts so */
  startingDepartments: NamedDepartment[]
}

const nothing: TerritoryMatches = {
  request: { name: '', code: '' },
  communes: [],
  departments: [],
  startingDepartments: [],
}

/**
 * The communes that a person may mean, best first: exact names, then beginnings, then names a slip of the
 * finger away; the more people, the sooner. Understands accents or their lack, St for Saint, postcodes,
 * "blois 41", "blois loir et cher", "paris 12e", and the names of merged communes, which answer the
 * commune of today.
 */
export async function findCommunes(text: string, limit = 10): Promise<CommuneMatch[]> {
  return (await findTerritories(text, limit)).communes
}

/** The same, with the départements and regions of this name. */
export async function findTerritories(text: string, limit = 10): Promise<TerritoryMatches> {
  const [request, ...vaguer] = readCommuneRequest(text)
  if (!request) return nothing
  const departments = await departmentNames()
  const found = {
    departments: departmentsNamed(request, departments),
    startingDepartments: departmentsStarting(request, departments),
  }
  const candidates = await findCandidates(request, limit)
  const within =
    isNamed(request, candidates) || found.departments.length > 0 ? null : withoutDepartment(request, departments)
  if (within) {
    const there = await findCandidates(within, limit, true)
    if (there.length > 0) return { request: within, communes: firstOf([...there, ...candidates], limit), ...found }
  }
  for (const next of vaguer) candidates.push(...(await findCandidates(next, limit)))
  return { request, communes: firstOf(candidates, limit), ...found }
}

/** The commune that an address which cannot be placed seems to end with: "12 rue du Bourg-Neuf Blois". */
export async function findCommuneOfAddress(words: readonly string[], postcode: string): Promise<CommuneMatch | null> {
  const endings = words.map((_, index) => words.slice(index).join(' '))
  const named = await queryFast<Candidate>(namedOneOf(endings, postcode, 1))
  const [found] = named.length > 0 || postcode === '' ? named : await ask(codedLike(postcode, 1))
  return found ? withoutWords(found) : null
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

/** Every département, by its code. */
export function listDepartments() {
  return db.department.findMany({
    select: { code: true, name: true, timeZone: true, regionCode: true },
    orderBy: { code: 'asc' },
  })
}

let knownDepartments: NamedDepartment[] = []

/** Read once a process: they come with the migrations and never change while it runs. */
async function departmentNames(): Promise<NamedDepartment[]> {
  if (knownDepartments.length === 0) {
    const rows = await db.department.findMany({
      select: { code: true, name: true, region: { select: { name: true } } },
      orderBy: { code: 'asc' },
    })
    knownDepartments = rows.map(({ code, name, region }) => ({ code, name, regionName: region.name }))
  }
  return knownDepartments
}

const ask = ({ statement, form }: NamedStatement) => queryFast<Candidate>(statement, form)

const isNamed = ({ name }: CommuneRequest, [best]: readonly Candidate[]) => name === '' || best?.words === name

function firstOf(candidates: readonly Candidate[], limit: number): CommuneMatch[] {
  const found = new Map<string, CommuneMatch>()
  for (const candidate of candidates) {
    if (!found.has(candidate.code) && found.size < limit) found.set(candidate.code, withoutWords(candidate))
  }
  return [...found.values()]
}

function withoutWords({ words: _, ...commune }: Candidate): CommuneMatch {
  return commune
}

/** @param isStrict whether nothing is better than a name elsewhere than the code says */
async function findCandidates(request: CommuneRequest, limit: number, isStrict = false): Promise<Candidate[]> {
  const { name, code } = request
  if (name === '') return findByCode(code, limit)
  const named = await ask(namedLike(request, limit * 2))
  if (named.length >= limit || isNamed(request, named)) return named
  const alike = [...named, ...(await findAlike(request, limit))]
  if (alike.length > 0 || code === '' || isStrict) return alike
  // The name and the code do not go together: the name says more.
  return [...(await findCandidates({ name, code: '' }, limit)), ...(await findByCode(code, limit))]
}

async function findByCode(code: string, limit: number): Promise<Candidate[]> {
  const exact = await ask(codedLike(code, limit))
  // The special postcodes of companies and offices ("41013 Blois Cedex") share their first digits with the town's.
  return exact.length > 0 || code.length < 5 ? exact : ask(codedLike(code.slice(0, 3), limit))
}

/** Names a slip away are looked up one by one, which is fast; trigrams find the others. */
async function findAlike(request: CommuneRequest, limit: number): Promise<Candidate[]> {
  const { name } = request
  if (name.length < 3) return []
  const near = await ask(oneSlipFrom(request, limit))
  if (near.length > 0) return near
  const alike = await ask(soundingLike(request, limit * 10))
  const slips = new Map(alike.map((candidate) => [candidate, typingDistance(name, candidate.words)]))
  return alike.sort((a, b) => (slips.get(a) ?? 0) - (slips.get(b) ?? 0) || b.population - a.population)
}

/** The département of the commune whose centre is nearest: good enough to tell whose clocks are meant. */
export async function findDepartmentAt(latitude: number, longitude: number): Promise<string | null> {
  const [nearest] = await db.$queryRaw<{ departmentCode: string }[]>`
    SELECT "departmentCode" FROM "Commune" WHERE latitude IS NOT NULL
    ORDER BY earth_position(latitude, longitude) <-> earth_position(${latitude}::float8, ${longitude}::float8) LIMIT 1`
  return nearest?.departmentCode ?? null
}
