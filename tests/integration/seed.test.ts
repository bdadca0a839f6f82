import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { removeDemonstration } from '@/lib/demonstration/mutations'
import { toNational } from '@/lib/open-data/national-schema'
import { demoAccounts, seedAccounts } from '@/prisma/seed/accounts'
import { hubFacts } from '@/prisma/seed/hub-facts'
import { type SeededAccount, seed } from '@/prisma/seed/seed'

// In order: each test starts from the database that the one before left.
let dataDir: string
let accounts: SeededAccount[]

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'seed-'))
  await db.$executeRaw`TRUNCATE "Region", "Source" CASCADE`
  // As a seed that died between its steps leaves it.
  await seed({ demo: false, dataDir })
  await db.source.deleteMany()
  await seedAccounts('a password of the first attempt')
  accounts = (await seed({ demo: true, dataDir })).accounts
}, 900_000)

afterAll(() => rm(dataDir, { recursive: true }))

test('a seed that died half-way is completed by the next one', async () => {
  expect(await db.place.count({ where: { isDemo: true } })).toBe(1500)
  expect(await db.workshopSession.count({ where: { startsAt: { gt: new Date() } } })).toBeGreaterThan(500)
  expect(await db.user.count()).toBe(demoAccounts.length)
  expect(await db.hub.count()).toBe(hubFacts.length)
})

test('a seeded database is left alone', async () => {
  const before = await db.place.aggregate({ _count: true, _max: { updatedAt: true } })
  const again = await seed({ demo: true, dataDir })
  expect(again.accounts).toEqual(accounts)
  expect(await db.place.aggregate({ _count: true, _max: { updatedAt: true } })).toEqual(before)
})

test('the demonstration accounts share a password drawn for this installation, which only its owner reads', async () => {
  expect(accounts.map(({ email }) => email)).toEqual(demoAccounts.map(({ email }) => email))
  const [password, ...others] = new Set(accounts.map((account) => account.password))
  expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
  expect(others).toEqual([])
  expect((await stat(join(dataDir, 'demo-password'))).mode & 0o777).toBe(0o600)
})

test('each demonstration account has its role, and the mediator a place that takes referrals', async () => {
  const held = await db.membership.findMany({ select: { role: true, user: { select: { email: true } }, place: true } })
  expect(held.map(({ role, user }) => `${user.email} ${role}`).sort()).toEqual(
    demoAccounts.map(({ email, membership }) => `${email} ${membership.role}`).sort(),
  )
  expect(held.find(({ role }) => role === 'PLACE_EDITOR')?.place).toMatchObject({
    takesReferrals: true,
    status: 'PUBLISHED',
    isDemo: true,
  })
})

test('the four Fabriques of Centre-Val de Loire are real places, approximate, without phone nor hours', async () => {
  const fabriques = await db.place.findMany({
    where: { isDemo: false },
    select: {
      name: true,
      kind: true,
      status: true,
      precision: true,
      phone: true,
      openingHours: true,
      communeCode: true,
    },
    orderBy: { communeCode: 'asc' },
  })
  expect(fabriques.map(({ name, communeCode }) => `${communeCode} ${name}`)).toEqual([
    '28229 Centre Socio Educatif',
    '37261 Fabrique d’Usages Numériques',
    '41018 Maison de Bégon',
    '45234 Espace Numérique ACTION',
  ])
  for (const fabrique of fabriques) {
    expect(fabrique).toMatchObject({ kind: 'FABRIQUE', status: 'PUBLISHED', precision: 'COMMUNE' })
    expect([fabrique.phone, fabrique.openingHours]).toEqual([null, null])
  }
})

test('each inhabited département has one hub at work at most, and Centre-Val de Loire has Hub-Lo', async () => {
  const hubs = await db.hub.findMany({ where: { endedOn: null }, include: { departments: true } })
  const covered = hubs.flatMap(({ departments }) => departments.map(({ departmentCode }) => departmentCode))
  expect(new Set(covered).size).toBe(covered.length)
  const hubLo = hubs.find(({ slug }) => slug === 'hub-lo')
  expect(hubLo?.departments.map(({ departmentCode }) => departmentCode).sort()).toEqual([
    '18',
    '28',
    '36',
    '37',
    '41',
    '45',
  ])
})

test('demonstration places are of the four kinds and of every inhabited département', async () => {
  const kinds = await db.place.groupBy({ by: ['kind'], where: { isDemo: true }, _count: true })
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(['FABRIQUE', 'FRANCE_SERVICES', 'MEDIATION', 'TIERS_LIEU'])
  for (const { _count } of kinds) expect(_count).toBeGreaterThan(50)
  const bare = await db.$queryRaw`
    SELECT d.code FROM "Department" d WHERE d.code NOT IN ('984', '989') AND NOT EXISTS (
      SELECT FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode" WHERE c."departmentCode" = d.code AND p."isDemo")`
  expect(bare).toEqual([])
})

test('several stand in Tours, Blois, Orléans, Mainvilliers and Chartres', async () => {
  const towns = ['37261', '41018', '45234', '28229', '28085']
  const counts = await db.place.groupBy({ by: ['communeCode'], where: { communeCode: { in: towns } }, _count: true })
  expect(counts).toHaveLength(towns.length)
  for (const { _count } of counts) expect(_count).toBeGreaterThanOrEqual(3)
})

test('every demonstration place lies within two kilometres of its commune', async () => {
  const far = await db.$queryRaw`
    SELECT p.id FROM "Place" p JOIN "Commune" c ON c.code = p."communeCode"
    WHERE p."isDemo" AND ground_metres(p.position <-> earth_position(c.latitude, c.longitude)) > 2000`
  expect(far).toEqual([])
})

test('every demonstration place has hours that are judged, services, and the first line of its history', async () => {
  const bare = await db.$queryRaw`
    SELECT id FROM "Place" p WHERE "isDemo" AND (
      NOT EXISTS (SELECT FROM "PlaceService" s WHERE s."placeId" = p.id)
      OR NOT EXISTS (SELECT FROM "PlaceRevision" r WHERE r."placeId" = p.id AND r.version = 1)
      OR ("openingHours" IS NULL) <> ("scheduleId" IS NULL))`
  expect(bare).toEqual([])
})

test('every demonstration place fits the national schema', async () => {
  const places = await db.place.findMany({
    where: { isDemo: true },
    include: { services: { select: { service: true } }, commune: { select: { name: true } } },
  })
  for (const { commune, services, ...place } of places) {
    const row = toNational({ ...place, communeName: commune.name, services: services.map(({ service }) => service) })
    expect(row.nom).not.toBe('')
    expect(row.adresse).not.toBe('')
    expect(row.code_postal).toMatch(/^\d{5}$/)
    expect(row.code_insee).toMatch(/^([013-9]\d|2[AB1-9])\d{3}$/)
    expect(row.telephone || '+33199000000').toMatch(/^\+33\d{9}$/)
    for (const email of row.courriels) expect(email).toMatch(/@example\.org$/)
    expect(place.pivot).toBeNull()
  }
})

test('removing the demonstration keeps what a person added, and it does not come back', async () => {
  const real = await db.place.create({
    data: {
      ...{
        kind: 'MEDIATION',
        name: 'Un vrai lieu',
        address: '1 place du Marché',
        postcode: '41000',
        communeCode: '41018',
      },
      ...{ latitude: 47.59, longitude: 1.33, precision: 'ADDRESS' },
    },
    select: { id: true },
  })
  const person = await db.user.create({ data: { email: 'personne@exemple.fr', name: 'Une personne' } })
  const [demoPlace, realStructure] = [
    await db.place.findFirstOrThrow({ where: { isDemo: true } }),
    await db.organisation.create({ data: { name: 'CCAS' } }),
  ]
  const demoStructure = await db.organisation.findFirstOrThrow({ where: { isDemo: true } })
  const referral = (code: string, placeId: string, organisationId: string, helperId: string | null) => {
    const at = { informedAt: new Date(), agreedAt: new Date(), dueAt: new Date(), nextStepAt: new Date() }
    const waits = { acts: 'PLACE', nextStep: 'REMIND' } as const
    return db.referral.create({
      data: { ...at, ...waits, services: ['EMPLOYMENT'], code, placeId, organisationId, helperId },
    })
  }
  await referral('AAAAAAA1', demoPlace.id, realStructure.id, person.id)
  await referral('AAAAAAA2', real.id, demoStructure.id, null)
  await referral('AAAAAAA3', real.id, demoStructure.id, person.id)
  await referral('AAAAAAA4', real.id, realStructure.id, null)
  expect(await removeDemonstration()).toEqual({ places: 1500, accounts: demoAccounts.length })
  expect(await seed({ demo: true, dataDir })).toEqual({ accounts: [] })
  expect(await db.place.count()).toBe(5)
  expect(await db.place.findUnique({ where: { id: real.id } })).not.toBeNull()
  expect(await db.user.findMany({ select: { id: true } })).toEqual([{ id: person.id }])
  const left = await db.referral.findMany({ select: { code: true }, orderBy: { code: 'asc' } })
  expect(left.map(({ code }) => code)).toEqual(['AAAAAAA3', 'AAAAAAA4'])
  expect(await removeDemonstration()).toEqual({ places: 0, accounts: 0 })
})
