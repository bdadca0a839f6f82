import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { ForbiddenError } from '@/lib/errors'
import { getPlaceForEdit, listRevisions } from '@/lib/places/back-office/queries'
import { undoChange } from '@/lib/places/history/mutations'
import { createPlace, setPlaceStatus, updatePlaceSection } from '@/lib/places/mutations'
import { addressOdditiesOf, pivotOdditiesOf } from '@/lib/places/oddities/queries'
import { getPlacePreview } from '@/lib/places/queries'
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

async function anyPlace(fields = {}) {
  return (await createPlace(admin, placeNamed('Médiathèque', fields))).id
}

describe('a section', () => {
  test('changes its own fields, and leaves the others as somebody else saved them meanwhile', async () => {
    const id = await anyPlace()
    await updatePlaceSection(admin, id, 1, 'contact', { phone: '+33261910001' })
    await updatePlaceSection(coordinator, id, 1, 'identity', { name: 'Renommée' }, 'Vu sur place')
    expect(await getPlaceForEdit(coordinator, id)).toMatchObject({
      name: 'Renommée',
      phone: '+33261910001',
      version: 3,
    })
    const [told] = await listRevisions(coordinator, id)
    expect(told).toMatchObject({ version: 3, reason: 'Vu sur place', after: { name: 'Renommée' } })
  })

  test('is refused when one of its fields has changed since, and when it starts from a version to come', async () => {
    const id = await anyPlace()
    await updatePlaceSection(admin, id, 1, 'identity', { summary: 'Ouvert à tous.' })
    const late = updatePlaceSection(coordinator, id, 1, 'identity', { name: 'Renommée' })
    await expect(late).rejects.toMatchObject({ version: 2, started: { summary: null } })
    const early = updatePlaceSection(coordinator, id, 9, 'contact', { phone: null })
    await expect(early).rejects.toThrow(VersionConflictError)
    expect(await getPlaceForEdit(coordinator, id)).toMatchObject({ name: 'Médiathèque', version: 2 })
  })

  test('is refused outside the territory', async () => {
    const id = await anyPlace()
    const edit = updatePlaceSection(elsewhere, id, 1, 'contact', { phone: '+33261910001' })
    await expect(edit).rejects.toThrow(ForbiddenError)
    await expect(getPlacePreview(elsewhere, id)).rejects.toThrow(ForbiddenError)
  })

  test('loses nothing when fifty people save different ones at once', async () => {
    const id = await anyPlace()
    const edits = Array.from({ length: 50 }, (_, n) =>
      n % 2 === 0
        ? updatePlaceSection(coordinator, id, 1, 'identity', { name: `Nom ${n}` })
        : updatePlaceSection(admin, id, 1, 'contact', { phone: `+3326191000${n % 10}` }),
    )
    const saved = (await Promise.allSettled(edits)).filter(({ status }) => status === 'fulfilled')
    // One name; phones alike agree with the one that won.
    const place = await getPlaceForEdit(coordinator, id)
    expect(place.version).toBe(3)
    expect(saved.length).toBeGreaterThanOrEqual(2)
    expect((await listRevisions(coordinator, id)).map(({ version }) => version)).toEqual([3, 2, 1])
  })
})

describe('the dates of programmes and labels', () => {
  const pix = { code: 'PIX', since: '2024-09-01', until: null, note: 'le mardi' } as const
  const duplex = { code: 'DUPLEX', since: null, until: '2027-06-30', note: null } as const

  test('are kept, told in the history, and come back when their change is undone', async () => {
    const id = await anyPlace({ programmes: ['PIX'] })
    const held = { programmes: ['PIX' as const], programmeTerms: [pix], labels: ['DUPLEX' as const] }
    await updatePlaceSection(coordinator, id, 1, 'programmes', { ...held, labelTerms: [duplex] })
    expect(await getPlaceForEdit(coordinator, id)).toMatchObject({ programmeTerms: [pix], labelTerms: [duplex] })
    expect((await listRevisions(coordinator, id))[0]?.after).toEqual({
      programmeTerms: [pix],
      labels: ['DUPLEX'],
      labelTerms: [duplex],
    })
    await updatePlaceSection(coordinator, id, 2, 'programmes', { programmes: [], programmeTerms: [pix] })
    expect(await getPlaceForEdit(coordinator, id)).toMatchObject({ programmeTerms: [], labelTerms: [duplex] })
    await undoChange(coordinator, { id, version: 3, target: 3 })
    expect(await getPlaceForEdit(coordinator, id)).toMatchObject({ programmes: ['PIX'], programmeTerms: [pix] })
  })

  test('given with a new place are in its first version', async () => {
    const id = await anyPlace({
      programmes: ['PIX'],
      programmeTerms: { PIX: { since: '2024-09-01', note: 'le mardi' } },
    })
    expect((await listRevisions(coordinator, id))[0]?.after).toMatchObject({ programmeTerms: [pix] })
  })
})

describe('what is odd', () => {
  test('a number that another place bears is told, by its name where it may be known', async () => {
    const pivot = '13000610900016'
    const id = await anyPlace()
    const draft = await anyPlace({ pivot })
    const name = 'Médiathèque, Blois, porte déjà ce numéro.'
    expect(await pivotOdditiesOf(coordinator, pivot, id)).toEqual([
      { text: name, href: `/coordination/lieux/${draft}` },
    ])
    expect(await pivotOdditiesOf(elsewhere, pivot, id)).toEqual([
      { text: 'Un lieu d’un autre territoire porte déjà ce numéro.' },
    ])
    await setPlaceStatus(admin, draft, 1, 'PUBLISHED')
    expect(await pivotOdditiesOf(elsewhere, pivot, id)).toEqual([{ text: name, href: `/lieux/${draft}` }])
    expect(await pivotOdditiesOf(coordinator, pivot, draft)).toEqual([])
  })

  test('an address is compared with its commune', async () => {
    const there = { communeCode: '41018', postcode: '41000', latitude: 47.586, longitude: 1.336 }
    expect(await addressOdditiesOf(there)).toEqual([])
    expect(await addressOdditiesOf({ ...there, postcode: '37000', latitude: 48.5 })).toHaveLength(2)
  })
})

test('a draft is previewed as its page will show it', async () => {
  const id = await anyPlace({ summary: 'Ouvert à tous.' })
  expect(await getPlacePreview(coordinator, id)).toMatchObject({ name: 'Médiathèque', summary: 'Ouvert à tous.' })
})
