import { afterEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { advanceUpload } from '@/lib/imports/steps/mutations'
import { decideRow } from '@/lib/imports/uploads/decisions/mutations'
import { undoRequested } from '@/lib/imports/uploads/mutations'
import { getUploadFor } from '@/lib/imports/uploads/queries'
import { createPlace, setPlaceStatus } from '@/lib/places/mutations'
import { placeRow } from '../support/national-rows'
import { placeNamed } from '../support/place-named'
import { forgetImports, kindsOf, openUploadScene, placeOf, row, rowsOf } from '../support/uploads'

const { apply, colleague, coordinator, send, sendAndApply } = await openUploadScene()

afterEach(forgetImports)

describe('an import undone', () => {
  it('archives what it added and takes back what it changed, so that the file can come again', async () => {
    await sendAndApply([row('one')])
    const before = await placeOf('one')
    const next = [row('one', { telephone: '+33261910009', date_maj: '2024-06-01' }), row('two')]
    const id = await sendAndApply(next)
    const added = await placeOf('two')
    await undoRequested(coordinator, id, false)
    await advanceUpload(id)
    expect(await getUploadFor(coordinator, id)).toMatchObject({ state: 'UNDONE' })
    expect(await db.place.findUniqueOrThrow({ where: { id: added.id } })).toMatchObject({ status: 'ARCHIVED' })
    const back = await placeOf('one')
    expect({ ...back, version: 0, updatedAt: 0 }).toEqual({ ...before, version: 0, updatedAt: 0 })
    expect(back.version).toBe(before.version + 2)
    expect(await db.placeSource.count()).toBe(1)
    const again = await sendAndApply(next)
    expect(await getUploadFor(coordinator, again)).toMatchObject({ run: { added: 1, updated: 1 } })
  })

  it('leaves what somebody edited since, and undoes the rest when she asks for it', async () => {
    const id = await sendAndApply([row('one'), row('two')])
    const { id: placeId, version } = await placeOf('one')
    await setPlaceStatus(colleague, placeId, version, 'DRAFT')
    await expect(undoRequested(coordinator, id, false)).rejects.toThrow('modifiés depuis')
    await undoRequested(coordinator, id, true)
    await advanceUpload(id)
    const places = await db.place.findMany({ orderBy: { id: 'asc' }, select: { status: true } })
    expect(places.map(({ status }) => status).sort()).toEqual(['ARCHIVED', 'DRAFT'])
    expect((await rowsOf(id, 'ADDED')).map(({ outcome }) => outcome)).toEqual(['ADDED', null])
  })

  it('lets the suggestion wait again that it had taken the place of', async () => {
    const place = await createPlace(coordinator, placeNamed('Espace des Essais', { phone: '02 61 91 00 01' }))
    const suggest = async (telephone: string, date_maj: string) => {
      const id = await send([{ ...placeRow, telephone, date_maj }])
      if ((await kindsOf(id))[0] === 'DOUBTFUL')
        await decideRow(coordinator, { id, row: 1, intent: 'match', match: place.id })
      await apply(id)
      return id
    }
    const suggested = async () =>
      (await db.proposal.findMany({ orderBy: { id: 'asc' } })).map(({ status, changes }) => [
        status,
        (changes as { phone: string }).phone,
      ])
    await suggest('+33261910002', '2024-06-01')
    const id = await suggest('+33261910003', '2024-07-01')
    expect(await suggested()).toEqual([
      ['REPLACED', '+33261910002'],
      ['OPEN', '+33261910003'],
    ])
    await undoRequested(coordinator, id, false)
    await advanceUpload(id)
    expect(await suggested()).toEqual([
      ['OPEN', '+33261910002'],
      ['REPLACED', '+33261910003'],
    ])
  })

  it('counts as an edit neither its own nor a later import that says the same', async () => {
    const id = await sendAndApply([row('one')])
    await sendAndApply([row('one'), row('two')])
    await expect(undoRequested(coordinator, id, false)).resolves.toBeUndefined()
  })
})
