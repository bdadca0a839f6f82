import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { getPlaceForEdit, listRevisions } from '@/lib/places/back-office/queries'
import { createPlace, savePlaceServices, setPlaceStatus, updatePlace } from '@/lib/places/mutations'
import { listPlacesFor } from '@/lib/places/table/queries'
import { VersionConflictError } from '@/lib/places/version-conflict'
import { todayFor } from '@/lib/today/queries'
import { makeHub, makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

let admin: CurrentUser
let coordinator: CurrentUser
const people: Record<string, CurrentUser> = {}

beforeAll(async () => {
  await makeHub('hub-centre', ['41', '37'])
  await makeHub('hub-ouest', ['35'])
  admin = await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })
  coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-centre' })
  Object.assign(people, {
    admin,
    coordinator,
    reader: await makeUser('reader@example.org', { role: 'READER', hubSlug: 'hub-centre' }),
    'coordinator elsewhere': await makeUser('west@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-ouest' }),
    nobody: await makeUser('nobody@example.org'),
  })
})

beforeEach(async () => {
  await db.place.deleteMany()
})

async function anyPlace(fields = {}) {
  return (await createPlace(admin, placeNamed('Médiathèque', fields))).id
}

// By role, here and elsewhere, each action is tried in permissions-matrix.test.ts.
describe('who may do what', () => {
  test('a place editor edits her place, and neither publishes nor moves it', async () => {
    const id = await anyPlace()
    const user = await makeUser('place@example.org', { role: 'PLACE_EDITOR', placeId: id })
    await expect(updatePlace(user, id, 1, placeNamed('Renommée'))).resolves.toMatchObject({ version: 2 })
    await expect(setPlaceStatus(user, id, 2, 'PUBLISHED')).rejects.toThrow(ForbiddenError)
    await expect(updatePlace(user, id, 2, placeNamed('Partie', { communeCode: '37261' }))).rejects.toThrow(
      ForbiddenError,
    )
  })

  test('a coordinator moves a place within her départements and not out of them', async () => {
    const id = await anyPlace()
    await expect(updatePlace(coordinator, id, 1, placeNamed('À Rennes', { communeCode: '35238' }))).rejects.toThrow(
      ForbiddenError,
    )
    await updatePlace(coordinator, id, 1, placeNamed('À Tours', { communeCode: '37261' }))
  })

  test('a coordinator neither takes a place from elsewhere nor sees it', async () => {
    const id = await anyPlace({ communeCode: '35238' })
    await expect(updatePlace(coordinator, id, 1, placeNamed('Prise'))).rejects.toThrow(ForbiddenError)
    await expect(getPlaceForEdit(coordinator, id)).rejects.toThrow(ForbiddenError)
    await expect(listRevisions(coordinator, id)).rejects.toThrow(ForbiddenError)
    await expect(getPlaceForEdit(coordinator, 'adp-999999')).rejects.toThrow(NotFoundError)
  })

  test.each([
    ['admin', ['Rennes', 'Tours']],
    ['coordinator', ['Tours']],
    ['reader', ['Tours']],
    ['coordinator elsewhere', ['Rennes']],
    ['nobody', []],
  ])('the list and the counts of %s hold her territory and nothing else', async (person, expected) => {
    await db.place.deleteMany()
    await createPlace(admin, placeNamed('Tours', { communeCode: '37261' }))
    await createPlace(admin, placeNamed('Rennes', { communeCode: '35238' }))
    const user = people[person] as CurrentUser
    expect((await listPlacesFor(user, {})).places.map(({ name }) => name)).toEqual(expected)
    expect((await todayFor(user)).places.DRAFT).toBe(expected.length)
  })
})

describe('a change', () => {
  test('leaves a revision that says who changed which fields, before and after', async () => {
    const id = await anyPlace()
    const { fields } = await updatePlace(coordinator, id, 1, placeNamed('Renommée', { phone: '02 61 91 00 01' }))
    expect(fields.sort()).toEqual(['name', 'phone'])
    expect((await listRevisions(coordinator, id))[0]).toMatchObject({
      version: 2,
      author: 'coordinator',
      before: { name: 'Médiathèque', phone: null },
      after: { name: 'Renommée', phone: '+33261910001' },
    })
  })

  test('of nothing is none: neither a version nor a revision', async () => {
    const id = await anyPlace({ fees: ['PAID'], openingHours: 'Mo-Fr 09:00-12:00' })
    const place = await db.place.findUniqueOrThrow({ where: { id } })
    expect(
      await updatePlace(
        coordinator,
        id,
        1,
        placeNamed('Médiathèque', { fees: ['PAID'], openingHours: 'Mo-Fr 09:00-12:00' }),
      ),
    ).toEqual({ version: 1, fields: [] })
    expect(await db.place.findUniqueOrThrow({ where: { id } })).toEqual(place)
  })

  test('of the grid is told line by line, and reaches what the place says as a whole', async () => {
    const id = await anyPlace()
    const grid = placeNamed('x', {
      services: { ONLINE_SAFETY: { offered: 'on', fees: ['PAID'], levels: ['BEGINNER'] } },
    })
    const { fields } = await savePlaceServices(coordinator, id, 1, grid.services)
    expect(fields.sort()).toEqual(['fees', 'services.EMPLOYMENT', 'services.ONLINE_SAFETY'])
    const place = await getPlaceForEdit(coordinator, id)
    expect(place.services.map(({ service }) => service)).toEqual(['ONLINE_SAFETY'])
    expect(place.fees).toEqual(['FREE', 'PAID'])
  })

  test('is remembered, so that an import leaves it alone', async () => {
    const id = await anyPlace()
    const source = await db.source.create({ data: { slug: 'a-source', name: 'A source' } })
    const key = { sourceId: source.id, externalId: '1' }
    await db.placeSource.create({ data: { ...key, placeId: id, record: {}, correctedFields: ['phone'] } })
    await updatePlace(coordinator, id, 1, placeNamed('Renommée', { latitude: '47.6' }))
    const { correctedFields } = await db.placeSource.findUniqueOrThrow({ where: { sourceId_externalId: key } })
    expect(correctedFields).toEqual(['latitude', 'longitude', 'name', 'phone', 'precision'])
  })

  test('of hours gives the place the schedule of these hours, which Paris and most of France share', async () => {
    const id = await anyPlace({ openingHours: 'Mo 09:00-12:00' })
    await updatePlace(coordinator, id, 1, placeNamed('Médiathèque', { openingHours: 'Tu 09:00-12:00' }))
    const place = await db.place.findUniqueOrThrow({ where: { id }, select: { schedule: true } })
    expect(place.schedule).toMatchObject({ openingHours: 'Tu 09:00-12:00', departmentCode: '75', isReadable: true })
    await updatePlace(coordinator, id, 2, placeNamed('Médiathèque'))
    expect(await db.place.findUnique({ where: { id }, select: { scheduleId: true } })).toEqual({ scheduleId: null })
  })
})

describe('publishing', () => {
  test('asks for at least one service', async () => {
    const id = await anyPlace({ services: {} })
    await expect(setPlaceStatus(coordinator, id, 1, 'PUBLISHED')).rejects.toThrow('au moins un service')
  })

  test('is dated once, and undone without losing anything', async () => {
    const id = await anyPlace()
    await setPlaceStatus(coordinator, id, 1, 'PUBLISHED')
    const { publishedAt } = await db.place.findUniqueOrThrow({ where: { id } })
    await setPlaceStatus(coordinator, id, 2, 'ARCHIVED', 'Fermé pour travaux')
    expect((await listRevisions(coordinator, id))[0]).toMatchObject({ reason: 'Fermé pour travaux' })
    await setPlaceStatus(coordinator, id, 3, 'PUBLISHED')
    expect(await db.place.findUnique({ where: { id } })).toMatchObject({ publishedAt, status: 'PUBLISHED', version: 4 })
  })

  test('keeps a published place from losing its last service', async () => {
    const id = await anyPlace()
    await setPlaceStatus(coordinator, id, 1, 'PUBLISHED')
    await expect(savePlaceServices(coordinator, id, 2, [])).rejects.toThrow(UserError)
  })
})

describe('an old version', () => {
  test('is refused with the place as it now is and as it was', async () => {
    const id = await anyPlace()
    await updatePlace(coordinator, id, 1, placeNamed('Deuxième', { phone: '02 61 91 00 01' }))
    await updatePlace(admin, id, 2, placeNamed('Troisième', { phone: '02 61 91 00 01' }))
    const error = await updatePlace(coordinator, id, 1, placeNamed('La mienne')).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(VersionConflictError)
    expect(error).toMatchObject({
      version: 3,
      current: { name: 'Troisième', phone: '+33261910001' },
      started: { name: 'Médiathèque', phone: null },
    })
    expect(await db.place.findUnique({ where: { id } })).toMatchObject({ name: 'Troisième', version: 3 })
  })

  test('loses nothing when fifty people save at once: one wins', async () => {
    const id = await anyPlace()
    const saves = Array.from({ length: 50 }, (_, n) => updatePlace(coordinator, id, 1, placeNamed(`Nom ${n}`)))
    const results = await Promise.allSettled(saves)
    const won = results.flatMap((result, n) => (result.status === 'fulfilled' ? [n] : []))
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(won).toHaveLength(1)
    expect(lost.every((reason) => reason instanceof VersionConflictError)).toBe(true)
    expect(await db.place.findUnique({ where: { id } })).toMatchObject({ name: `Nom ${won[0]}`, version: 2 })
    expect(await db.placeRevision.count({ where: { placeId: id } })).toBe(2)
  })

  test('loses nothing when twenty people insist until they are through', async () => {
    const id = await anyPlace()
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        for (let version = 1; ; ) {
          try {
            return await updatePlace(coordinator, id, version, placeNamed(`Nom ${n}`))
          } catch (error) {
            if (!(error instanceof VersionConflictError)) throw error
            version = error.version
          }
        }
      }),
    )
    const names = (await listRevisions(coordinator, id)).map(({ after }) => after.name)
    expect(new Set(names).size).toBe(21)
    expect(await db.place.findUnique({ where: { id } })).toMatchObject({ version: 21 })
  })
})

describe('the list', () => {
  test('finds all words, without accents or case, and a place by its number', async () => {
    const id = await anyPlace()
    await createPlace(admin, placeNamed('France Services de Tours', { communeCode: '37261', kind: 'FRANCE_SERVICES' }))
    const namesOf = async (q: string) => (await listPlacesFor(coordinator, { q })).places.map(({ name }) => name)
    expect(await namesOf('MEDIATHEQUE blois')).toEqual(['Médiathèque'])
    expect(await namesOf('mediatheque tours')).toEqual([])
    expect(await namesOf(id.toUpperCase())).toEqual(['Médiathèque'])
    expect(await namesOf('%')).toHaveLength(2)
  })
})
