import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { ForbiddenError, NotFoundError, UserError } from '@/lib/errors'
import { compareVersions, getPlaceForEdit, listRevisions } from '@/lib/places/back-office/queries'
import { returnToVersion, undoChange } from '@/lib/places/history/mutations'
import { createPlace, setPlaceStatus, updatePlace } from '@/lib/places/mutations'
import { VersionConflictError } from '@/lib/places/version-conflict'
import { makeHub, makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

let coordinator: CurrentUser
let reader: CurrentUser

beforeAll(async () => {
  await makeHub('hub-centre', ['41'])
  coordinator = await makeUser('coordinator@example.org', { role: 'HUB_COORDINATOR', hubSlug: 'hub-centre' })
  reader = await makeUser('reader@example.org', { role: 'READER', hubSlug: 'hub-centre' })
})

let id: string
/** Version 1 as added, 2 with another name and phone, 3 with another phone. */
beforeEach(async () => {
  await db.place.deleteMany()
  id = (await createPlace(coordinator, placeNamed('Un'))).id
  await updatePlace(coordinator, id, 1, placeNamed('Deux', { phone: '02 54 00 00 02' }))
  await updatePlace(coordinator, id, 2, placeNamed('Deux', { phone: '02 54 00 00 03' }))
})

describe('a change', () => {
  it('is undone where nobody changed it again, and that is a change with its reason', async () => {
    await undoChange(coordinator, { id, version: 3, target: 2, why: 'Le nom était juste' })
    expect(await getPlaceForEdit(coordinator, id)).toMatchObject({ name: 'Un', phone: '+33254000003', version: 4 })
    const [last] = await listRevisions(coordinator, id)
    const reason = 'Annulation du changement 2\u00a0: Le nom était juste'
    expect(last).toMatchObject({ version: 4, reason, after: { name: 'Un' } })
  })

  it('of which everything was changed since is refused', async () => {
    await updatePlace(coordinator, id, 3, placeNamed('Trois', { phone: '02 54 00 00 03' }))
    await expect(undoChange(coordinator, { id, version: 4, target: 2 })).rejects.toThrow(UserError)
  })

  it('that added the place, or never was, is refused', async () => {
    await expect(undoChange(coordinator, { id, version: 3, target: 1 })).rejects.toThrow(UserError)
    await expect(undoChange(coordinator, { id, version: 3, target: 9 })).rejects.toThrow(NotFoundError)
  })

  it('is undone by nobody who may not edit, nor from an old version', async () => {
    await expect(undoChange(reader, { id, version: 3, target: 2 })).rejects.toThrow(ForbiddenError)
    await expect(undoChange(coordinator, { id, version: 2, target: 2 })).rejects.toThrow(VersionConflictError)
  })
})

describe('a version', () => {
  it('comes back whole, but for who sees the place', async () => {
    await setPlaceStatus(coordinator, id, 3, 'PUBLISHED')
    await returnToVersion(coordinator, { id, version: 4, target: 1 })
    const place = await getPlaceForEdit(coordinator, id)
    expect(place).toMatchObject({ name: 'Un', phone: null, status: 'PUBLISHED', version: 5 })
    await returnToVersion(coordinator, { id, version: 5, target: 2, why: 'Mieux avant' })
    expect((await listRevisions(coordinator, id))[0]?.reason).toBe('Retour à la version 2\u00a0: Mieux avant')
    expect(await getPlaceForEdit(coordinator, id)).toMatchObject({ name: 'Deux', phone: '+33254000002' })
  })

  it('that never was is refused', async () => {
    await expect(returnToVersion(coordinator, { id, version: 3, target: 9 })).rejects.toThrow(NotFoundError)
  })
})

describe('two versions', () => {
  it('differ by what each says, in either order, and not from themselves', async () => {
    const change = { before: { name: 'Un', phone: null }, after: { name: 'Deux', phone: '+33254000003' } }
    expect(await compareVersions(coordinator, id, 1, 3)).toEqual(change)
    expect(await compareVersions(coordinator, id, 3, 1)).toEqual({ before: change.after, after: change.before })
    expect(await compareVersions(coordinator, id, 2, 2)).toBeNull()
    await expect(compareVersions(coordinator, id, 1, 8)).rejects.toThrow(NotFoundError)
  })
})
