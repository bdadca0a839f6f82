import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { countPlacesByDepartment, getHub, listHubs, listHubsOf } from '@/lib/hubs/queries'
import { getPublishedPlace, resolvePlaceId, showsDemonstrationData } from '@/lib/places/queries'
import type { PlaceStatus } from '@/prisma/client/enums'
import { makeHub } from '../support/people'
import { storedPlace } from '../support/stored-place'

async function addPlace(id: string, status: PlaceStatus = 'PUBLISHED', isDemo = false) {
  const publishedAt = status === 'PUBLISHED' ? storedPlace.publishedAt : null
  await db.place.create({ data: { ...storedPlace, id, status, publishedAt, name: `Lieu ${id}`, isDemo } })
}

async function addOutsideId(sourceSlug: string, externalId: string, placeId: string) {
  const source = await db.source.upsert({
    where: { slug: sourceSlug },
    create: { slug: sourceSlug, name: sourceSlug },
    update: {},
  })
  await db.placeSource.create({ data: { sourceId: source.id, externalId, placeId, record: {} } })
}

beforeAll(async () => {
  await addPlace('adp-101')
  await addPlace('adp-102')
  await addPlace('adp-103', 'DRAFT')
  await addPlace('adp-104', 'ARCHIVED')
  await db.placeAlias.create({ data: { id: 'adp-99', placeId: 'adp-101' } })
  await addOutsideId('one', 'FS-1', 'adp-101')
  await addOutsideId('one', '12', 'adp-101')
  await addOutsideId('two', '12', 'adp-102')
  await addOutsideId('two', 'same', 'adp-102')
  await addOutsideId('one', 'same', 'adp-102')
})

describe('the public sees of places', () => {
  test('a published one, with its commune', async () => {
    expect(await getPublishedPlace('adp-101')).toMatchObject({ name: 'Lieu adp-101', commune: { name: 'Blois' } })
  })
  test.each(['adp-103', 'adp-104', 'adp-9999'])('nothing of %s, a draft, an archive or nobody', async (id) => {
    expect(await getPublishedPlace(id)).toBeNull()
  })
})

describe('an id leads', () => {
  test.each([
    ['its own', 'adp-101', 'adp-101'],
    ['one that merged', 'adp-99', 'adp-101'],
    ['an outside one', 'FS-1', 'adp-101'],
    ['one that two sources give to the same place', 'same', 'adp-102'],
  ])('%s, to its place', async (_, id, place) => {
    expect(await resolvePlaceId(id)).toBe(place)
  })
  test.each([
    ['two sources give to different places', '12'],
    ['nobody gave', 'nope'],
    ['holds a null character', 'a\0b'],
    ['has no end', 'x'.repeat(5000)],
  ])('one that %s, nowhere', async (_, id) => {
    expect(await resolvePlaceId(id)).toBeNull()
  })
})

describe('hubs', () => {
  test('are listed with their départements while they are at work', async () => {
    await makeHub('hub-of-the-loire', ['41', '37'])
    const ended = await makeHub('hub-of-yesterday', ['41'])
    await db.hub.update({ where: { id: ended }, data: { endedOn: new Date('2024-12-31') } })
    const hub = (await listHubs()).find(({ slug }) => slug === 'hub-of-the-loire')
    expect(hub?.departments.map(({ code }) => code)).toEqual(['37', '41'])
    const slugs = (await listHubsOf('41')).map(({ slug }) => slug)
    expect(slugs).toContain('hub-of-the-loire')
    expect(slugs).not.toContain('hub-of-yesterday')
    expect(await getHub('hub-of-yesterday')).toMatchObject({ endedOn: new Date('2024-12-31') })
    expect(await getHub('nope')).toBeNull()
  })
  test('count the published places of each département', async () => {
    expect(await countPlacesByDepartment(['41', '37'])).toEqual(new Map([['41', 2]]))
  })
})

test('the demonstration is told until a real file has been imported', async () => {
  expect(await showsDemonstrationData()).toBe(false)
  await addPlace('adp-105', 'PUBLISHED', true)
  expect(await showsDemonstrationData()).toBe(true)
  const source = await db.source.create({ data: { slug: 'real', name: 'Real' } })
  const counts = { rows: 0, added: 0, updated: 0, unchanged: 0, duplicates: 0, refused: 0 }
  await db.importRun.create({
    data: { sourceId: source.id, fileName: 'real.csv', format: 'csv', report: [], ...counts },
  })
  expect(await showsDemonstrationData()).toBe(false)
})
