import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { membershipsOf } from '@/lib/accounts/queries'
import { db } from '@/lib/db'
import { declareDistinct, mergePlaces, undoMerge } from '@/lib/duplicates/mutations'
import { findLikely, getPair, listMergesFor, listPairsFor } from '@/lib/duplicates/queries'
import { sweepDuplicates } from '@/lib/duplicates/sweep/mutations'
import { ForbiddenError, UserError } from '@/lib/errors'
import { createPlace, setPlaceStatus, updatePlace } from '@/lib/places/mutations'
import { getPublishedPlace, resolvePlaceId } from '@/lib/places/queries'
import { VersionConflictError } from '@/lib/places/version-conflict'
import { makeHub, makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

let admin: CurrentUser
let coordinator: CurrentUser
let elsewhere: CurrentUser

beforeAll(async () => {
  await makeHub('hub-centre', ['41', '37'])
  await makeHub('hub-ouest', ['35'])
  admin = await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })
  coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-centre' })
  elsewhere = await makeUser('west@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-ouest' })
})

beforeEach(async () => {
  await db.place.deleteMany()
})

async function published(name: string, fields: Record<string, unknown> = {}): Promise<string> {
  const { id, version } = await createPlace(admin, placeNamed(name, fields))
  await setPlaceStatus(admin, id, version, 'PUBLISHED')
  return id
}

const twins = async () => [
  await published('Médiathèque Genevoix', { phone: '02 54 00 00 00' }),
  await published('MEDIATHEQUE GENEVOIX', {
    address: '1 R DE LA PAIX',
    services: { ONLINE_SAFETY: { offered: 'on' } },
    openingHours: 'Mo-Fr 09:00-12:00',
  }),
]

const request = (one: string, other: string, rest = {}) => ({
  intent: 'merge' as const,
  one,
  other,
  oneVersion: 2,
  otherVersion: 2,
  kept: 'one' as const,
  from: {},
  ...rest,
})

describe('a sweep', () => {
  it('finds the same place written twice and not its neighbour, and again changes nothing', async () => {
    const [one, other] = await twins()
    await published('Cyber-base du Lac')
    expect(await sweepDuplicates()).toEqual({ places: 3, open: 1, added: 1, gone: 0 })
    expect(await sweepDuplicates()).toEqual({ places: 3, open: 1, added: 0, gone: 0 })
    const { total, pairs } = await listPairsFor(coordinator)
    expect(total).toBe(1)
    expect([pairs[0]?.one.id, pairs[0]?.other.id]).toEqual([one, other].sort())
    expect(pairs[0]?.signals.map(({ name }) => name)).toContain('address')
  })

  it('reads a place that was never given e-mails nor sites', async () => {
    const [one = ''] = await twins()
    await db.$executeRaw`UPDATE "Place" SET emails = NULL, websites = NULL WHERE id = ${one}`
    expect(await sweepDuplicates()).toMatchObject({ open: 1 })
  })

  it('forgets a pair that is no longer alike', async () => {
    const [one = ''] = await twins()
    await sweepDuplicates()
    await updatePlace(admin, one, 2, placeNamed('Garage solidaire', { address: '40 quai Villebois', latitude: '47.5' }))
    expect(await sweepDuplicates()).toMatchObject({ open: 0, gone: 1 })
  })

  it('never asks again about what a person said to be two places', async () => {
    const [one = '', other = ''] = await twins()
    await sweepDuplicates()
    await declareDistinct(coordinator, other, one)
    expect(await db.auditEntry.findMany({ where: { action: 'place.distinct' } })).toMatchObject([
      { userId: coordinator.id, subject: `place ${one}`, details: { other } },
    ])
    expect(await sweepDuplicates()).toMatchObject({ open: 0, added: 0 })
    expect((await listPairsFor(coordinator)).total).toBe(0)
  })

  it('shows nobody what lies outside her territory', async () => {
    const [one = '', other = ''] = await twins()
    await sweepDuplicates()
    expect((await listPairsFor(elsewhere)).total).toBe(0)
    await expect(getPair(elsewhere, one, other)).rejects.toThrow(ForbiddenError)
    await expect(declareDistinct(elsewhere, one, other)).rejects.toThrow(ForbiddenError)
    await expect(mergePlaces(elsewhere, request(one, other))).rejects.toThrow(ForbiddenError)
  })
})

describe('a merge', () => {
  it('keeps what was chosen, unites the services, and leads the other address to the one that stays', async () => {
    const [one = '', other = ''] = await twins()
    await db.placeAlias.create({ data: { id: 'former-id', placeId: other } })
    await mergePlaces(coordinator, request(one, other, { from: { openingHours: 'other', name: 'other' } }))
    const kept = await getPublishedPlace(one)
    expect(kept).toMatchObject({
      name: 'MEDIATHEQUE GENEVOIX',
      phone: '+33254000000',
      openingHours: 'Mo-Fr 09:00-12:00',
    })
    expect(kept?.services.map(({ service }) => service).sort()).toEqual(['EMPLOYMENT', 'ONLINE_SAFETY'])
    expect(await getPublishedPlace(other)).toBeNull()
    expect(await resolvePlaceId(other)).toBe(one)
    expect(await resolvePlaceId('former-id')).toBe(one)
    expect(await listMergesFor(elsewhere)).toEqual([])
  })

  it('is undone whole', async () => {
    const [one = '', other = ''] = await twins()
    await db.placeAlias.create({ data: { id: 'former-id', placeId: other } })
    const before = [await getPublishedPlace(one), await getPublishedPlace(other)]
    const { id } = await mergePlaces(coordinator, request(one, other, { from: { openingHours: 'other' } }))
    await undoMerge(coordinator, id)
    const after = [await getPublishedPlace(one), await getPublishedPlace(other)]
    for (const [index, place] of after.entries()) {
      const { name, openingHours, phone, services } = before[index] ?? {}
      expect(place).toMatchObject({ name, openingHours, phone, services })
    }
    expect(await resolvePlaceId(other)).toBe(other)
    expect(await resolvePlaceId('former-id')).toBe(other)
    await expect(undoMerge(coordinator, id)).rejects.toThrow(UserError)
  })

  it('takes along who keeps the listing and what is proposed of it, and gives them back', async () => {
    const [one = '', other = ''] = await twins()
    const editor = await makeUser('editor@example.org', { role: 'PLACE_EDITOR', placeId: other })
    const said = { origin: 'STRUCTURE' as const, version: 1, changes: { phone: '+33254000009' } }
    const { id } = await db.proposal.create({ data: { placeId: other, ...said } })
    const invited = await db.invitation.create({
      data: {
        email: 'invited@example.org',
        role: 'PLACE_EDITOR',
        tokenHash: 'a'.repeat(64),
        expiresAt: new Date('2099-01-01'),
        places: { create: { placeId: other } },
      },
    })
    const whereNow = async () => [
      ...(await db.invitationPlace.findMany({ where: { invitationId: invited.id } })).map(({ placeId }) => placeId),
      ...(await membershipsOf(editor.id)).map(({ placeId }) => placeId),
      (await db.proposal.findUniqueOrThrow({ where: { id } })).placeId,
    ]
    const merge = await mergePlaces(coordinator, request(one, other))
    expect(await whereNow()).toEqual([one, one, one])
    await undoMerge(coordinator, merge.id)
    expect(await whereNow()).toEqual([other, other, other])
  })

  it('undone later keeps what was changed since', async () => {
    const [one = '', other = ''] = await twins()
    const { id } = await mergePlaces(
      coordinator,
      request(one, other, { from: { openingHours: 'other', name: 'other' } }),
    )
    const services = { EMPLOYMENT: { offered: 'on' }, ONLINE_SAFETY: { offered: 'on' } }
    const edited = { phone: '02 54 00 00 00', openingHours: 'Mo-Fr 09:00-12:00', services }
    await updatePlace(coordinator, one, 3, placeNamed('Nouveau nom', edited))
    await undoMerge(coordinator, id)
    expect(await getPublishedPlace(one)).toMatchObject({ name: 'Nouveau nom', openingHours: null })
  })

  it('refuses places that changed since they were looked at, and writes nothing', async () => {
    const [one = '', other = ''] = await twins()
    await expect(mergePlaces(coordinator, request(one, other, { otherVersion: 1 }))).rejects.toThrow(
      VersionConflictError,
    )
    await expect(mergePlaces(coordinator, request(one, other, { oneVersion: 1 }))).rejects.toThrow(VersionConflictError)
    expect(await getPublishedPlace(other)).not.toBeNull()
    expect(await db.placeMerge.count()).toBe(0)
  })

  it('done by two people at once happens once', async () => {
    const [one = '', other = ''] = await twins()
    const results = await Promise.allSettled([
      mergePlaces(coordinator, request(one, other)),
      mergePlaces(admin, request(one, other, { kept: 'other' })),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.place.count({ where: { status: 'PUBLISHED' } })).toBe(1)
  })

  it('is forgotten by a place that is published again, which can be merged again, either way', async () => {
    const [one = '', other = ''] = await twins()
    await mergePlaces(coordinator, request(one, other))
    const versionOf = async (id: string) => (await db.place.findUniqueOrThrow({ where: { id } })).version
    await setPlaceStatus(coordinator, other, await versionOf(other), 'PUBLISHED')
    expect(await resolvePlaceId(other)).toBe(other)
    const versions = async () => ({ oneVersion: await versionOf(one), otherVersion: await versionOf(other) })
    await mergePlaces(coordinator, request(one, other, await versions()))
    expect(await resolvePlaceId(other)).toBe(one)
    await setPlaceStatus(coordinator, other, await versionOf(other), 'PUBLISHED')
    await mergePlaces(coordinator, request(one, other, { ...(await versions()), kept: 'other' }))
    expect(await resolvePlaceId(one)).toBe(other)
    expect(await resolvePlaceId(other)).toBe(other)
  })

  it('is not undone while the place that stayed has gone into another', async () => {
    const [one = '', other = ''] = await twins()
    const third = await published('Médiathèque Maurice Genevoix')
    const first = await mergePlaces(coordinator, request(one, other))
    const { version } = await db.place.findUniqueOrThrow({ where: { id: one } })
    const second = await mergePlaces(coordinator, request(third, one, { otherVersion: version }))
    await expect(undoMerge(coordinator, first.id)).rejects.toThrow(UserError)
    await undoMerge(coordinator, second.id)
    await undoMerge(coordinator, first.id)
    expect(await resolvePlaceId(other)).toBe(other)
  })

  it('of a merged place leads every former id to the last', async () => {
    const [one = '', other = ''] = await twins()
    const third = await published('Médiathèque Maurice Genevoix')
    await mergePlaces(coordinator, request(one, other))
    const { version } = await db.place.findUniqueOrThrow({ where: { id: one } })
    await mergePlaces(coordinator, request(third, one, { otherVersion: version }))
    expect(await resolvePlaceId(other)).toBe(third)
    expect(await resolvePlaceId(one)).toBe(third)
  })
})

it('a place that is about to be added finds the one that is there', async () => {
  const [one = ''] = await twins()
  const likely = await findLikely({ ...placeNamed('Mediatheque Genevoix'), isApproximate: false })
  expect(likely.map(({ id }) => id)).toContain(one)
  expect(await findLikely({ ...placeNamed('Cyber-base du Lac'), isApproximate: false })).toEqual([])
})
