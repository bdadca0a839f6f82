import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { GET as search } from '@/app/api/v1/lieux/route'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { addDays } from '@/lib/hours/closure'
import { localDay } from '@/lib/hours/zone-clock'
import { compareVersions, listRevisions } from '@/lib/places/back-office/queries'
import { addClosure, removeClosure } from '@/lib/places/closures/mutations'
import { listClosures } from '@/lib/places/closures/queries'
import { closureInput } from '@/lib/places/closures/schema'
import { createPlace, setPlaceStatus } from '@/lib/places/mutations'
import { getPublishedPlace } from '@/lib/places/queries'
import { getRecord, searchPlaces } from '@/lib/search/queries'
import { parseSearch } from '@/lib/search/schema'
import { makeHub, makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

const today = localDay('Europe/Paris', new Date())
const soon = addDays(today, 10)
let coordinator: CurrentUser
let elsewhere: CurrentUser
let id: string

beforeAll(async () => {
  await makeHub('hub-centre', ['41', '37'])
  await makeHub('hub-ouest', ['35'])
  coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-centre' })
  elsewhere = await makeUser('west@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-ouest' })
})

beforeEach(async () => {
  await db.place.deleteMany()
  const services = { EMPLOYMENT: { offered: 'on' } }
  const place = await createPlace(coordinator, placeNamed('Médiathèque', { openingHours: '24/7', services }))
  await setPlaceStatus(coordinator, place.id, 1, 'PUBLISHED')
  id = place.id
})

const announce = (from: string, to = from, user = coordinator) => addClosure(user, { id, from, to, reason: 'congés' })
const closures = () => listClosures(id, today)

describe('a coordinator', () => {
  test('announces a closure, which the history tells, and takes it back', async () => {
    await announce(soon, addDays(soon, 3))
    const [closure] = await closures()
    expect(closure).toMatchObject({ from: soon, to: addDays(soon, 3), reason: 'congés' })
    expect((await getPublishedPlace(id))?.closures).toEqual([{ from: soon, to: addDays(soon, 3), reason: 'congés' }])
    await removeClosure(coordinator, id, closure?.id ?? '')
    expect(await closures()).toEqual([])
    const told = [{ from: soon, to: addDays(soon, 3), reason: 'congés' }]
    const [last, before] = await listRevisions(coordinator, id)
    expect(last).toMatchObject({ version: 4, before: { closures: told }, after: { closures: [] } })
    expect(before).toMatchObject({ version: 3, before: { closures: [] }, after: { closures: told } })
    // No field of the place: neither a difference between its versions, nor a conflict.
    expect(await compareVersions(coordinator, id, 2, 4)).toBeNull()
    await expect(setPlaceStatus(coordinator, id, 2, 'DRAFT')).resolves.toMatchObject({ fields: ['status'] })
    await expect(removeClosure(coordinator, id, closure?.id ?? '')).rejects.toBeInstanceOf(NotFoundError)
  })

  test('of another territory may not', async () => {
    await expect(announce(soon, soon, elsewhere)).rejects.toBeInstanceOf(ForbiddenError)
    await announce(soon)
    const [closure] = await closures()
    await expect(removeClosure(elsewhere, id, closure?.id ?? '')).rejects.toBeInstanceOf(ForbiddenError)
    expect(await closures()).toHaveLength(1)
  })

  test('announces nothing that is over, nor twice, nor without end', async () => {
    await expect(announce(addDays(today, -3), addDays(today, -2))).rejects.toBeInstanceOf(UserError)
    await announce(addDays(today, -3), today)
    await expect(announce(today)).rejects.toBeInstanceOf(UserError)
    for (let index = 1; index < 50; index++) await announce(addDays(today, 2 * index))
    await expect(announce(addDays(today, 300))).rejects.toThrow('50')
    expect(await closures()).toHaveLength(50)
  })

  test('tells dates that are dates, in order, and of the coming years', () => {
    const errors = (from: string, to: string) =>
      closureInput.safeParse({ id: 'adp-1', from, to }).error?.issues.map(({ path }) => path[0]) ?? []
    expect(errors(soon, '')).toEqual([])
    expect(errors('', '')).toContain('from')
    expect(errors('demain', '')).toContain('from')
    expect(errors('2026-02-30', '')).toContain('from')
    expect(errors(soon, addDays(soon, -1))).toEqual(['to'])
    expect(errors(soon, addDays(today, 800))).toEqual(['to'])
  })
})

describe('a closure of today', () => {
  const asked = (query: string) => searchPlaces(parseSearch(new URLSearchParams(query)).search)

  test('closes the place on the next request, everywhere', async () => {
    expect((await asked('ouvert=maintenant')).total).toBe(1)
    expect((await asked('')).places[0]?.isOpen).toBe(true)
    expect((await getRecord(id))?.isOpen).toBe(true)
    await announce(addDays(today, -1), addDays(today, 1))
    expect((await asked('ouvert=maintenant')).total).toBe(0)
    expect((await asked('')).places[0]?.isOpen).toBe(false)
    expect((await getRecord(id))?.isOpen).toBe(false)
  })

  test('leaves the evenings and the Saturdays that remain, until none does', async () => {
    await announce(today, addDays(today, 6))
    expect((await asked('horaires=soir')).total).toBe(1)
    expect((await asked('horaires=samedi')).total).toBe(1)
    await announce(addDays(today, 7), addDays(today, 14))
    expect((await asked('horaires=soir')).total).toBe(0)
    expect((await asked('horaires=samedi&horaires=dimanche')).total).toBe(0)
  })
})

describe('a closure in the database', () => {
  const during = async () => {
    const [row] = await db.$queryRaw<{ from: Date; to: Date }[]>`
      SELECT lower(during) AS "from", upper(during) AS "to" FROM "PlaceClosure" WHERE "placeId" = ${id}`
    return row
  }

  test('goes from midnight to midnight on the clocks of the place, and follows it where it goes', async () => {
    await db.placeClosure.create({ data: { placeId: id, from: new Date('2027-03-27'), to: new Date('2027-03-28') } })
    expect(await during()).toEqual({ from: new Date('2027-03-26T23:00:00Z'), to: new Date('2027-03-28T22:00:00Z') })
    await db.place.update({ where: { id }, data: { communeCode: '97411' } })
    expect(await during()).toEqual({ from: new Date('2027-03-26T20:00:00Z'), to: new Date('2027-03-28T20:00:00Z') })
    await db.placeClosure.updateMany({ data: { to: new Date('2027-03-27') } })
    expect((await during())?.to).toEqual(new Date('2027-03-27T20:00:00Z'))
  })
})

describe('an instant far away', () => {
  const ask = (weeks: number, address: string) => {
    const at = new Date(Date.now() + weeks * 7 * 86_400_000).toISOString()
    const headers = { 'x-client-address': address }
    return search(new Request(`http://localhost/x?limite=1&ouvert=${at}`, { headers }), {})
  }

  test('may be asked for ten times, then the address waits, and others do not', async () => {
    for (let week = 9; week < 19; week++) expect((await ask(week, '192.0.2.1')).status).toBe(200)
    const refused = await ask(20, '192.0.2.1')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    // Weeks that are judged cost nothing any more.
    expect((await ask(9, '192.0.2.1')).status).toBe(200)
    expect((await ask(2, '192.0.2.1')).status).toBe(200)
    expect((await ask(20, '192.0.2.2')).status).toBe(200)
  })

  test('is answered later while another process judges', async () => {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    let isHeld = () => {}
    const holding = new Promise<void>((resolve) => {
      isHeld = resolve
    })
    const other = db.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(20261122)`
        isHeld()
        await held
      },
      { timeout: 300_000 },
    )
    await holding
    const answer = await ask(30, '192.0.2.3')
    letGo()
    await other
    expect(answer.status).toBe(503)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await ask(30, '192.0.2.3')).status).toBe(200)
  })
})
