import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { mergePlaces, undoMerge } from '@/lib/duplicates/mutations'
import { createPlace, setPlaceStatus } from '@/lib/places/mutations'
import { startChild } from '../support/child'
import { everything } from '../support/everything'
import { drawn, holdWrites } from '../support/held-writes'
import { makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

let user: CurrentUser
let held: Awaited<ReturnType<typeof holdWrites>>
const ids = { one: '', other: '' }

beforeAll(async () => {
  user = await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })
  ids.one = await published('Médiathèque Genevoix', {})
  ids.other = await published('MEDIATHEQUE GENEVOIX', { services: { ONLINE_SAFETY: { offered: 'on' } } })
  const placeId = ids.other
  await db.placeAlias.create({ data: { id: 'former-id', placeId } })
  await db.report.create({ data: { placeId, subject: 'HOURS' } })
  await db.placeClosure.create({ data: { placeId, from: new Date('2030-01-01'), to: new Date('2030-01-02') } })
  await db.workshop.create({ data: { placeId, title: 'Écrire', service: 'EMPLOYMENT' } })
  held = await holdWrites()
})
afterAll(() => held.end())

async function published(name: string, fields: Record<string, unknown>): Promise<string> {
  const { id, version } = await createPlace(user, placeNamed(name, fields))
  await setPlaceStatus(user, id, version, 'PUBLISHED')
  return id
}

async function request() {
  const versionOf = async (id: string) => (await db.place.findUniqueOrThrow({ where: { id } })).version
  const versions = { oneVersion: await versionOf(ids.one), otherVersion: await versionOf(ids.other) }
  return { intent: 'merge' as const, ...ids, ...versions, kept: 'one' as const, from: { name: 'other' as const } }
}

/** Kills the process that does this while it stands before its write of that number; then everything is as it was. */
async function dies(work: Record<string, unknown>, step: number): Promise<void> {
  const before = await everything(held.client)
  await held.killAt(step, () => startChild('killed-merge.ts', [JSON.stringify({ user, ...work })]))
  expect(await everything(held.client), `killed at write ${step}`).toEqual(before)
}

it('a merge, or its undoing, that is killed at any write leaves everything as it was, and can be done again', async () => {
  let id = ''
  const merging = await held.count(async () => {
    id = (await mergePlaces(user, await request())).id
  })
  const undoing = await held.count(() => undoMerge(user, id))
  expect(Math.min(merging, undoing)).toBeGreaterThan(8)

  for (const step of drawn(1, merging)) await dies({ merge: await request() }, step)
  const again = await mergePlaces(user, await request())
  for (const step of drawn(1, undoing)) await dies({ undo: again.id }, step)
  await undoMerge(user, again.id)
  expect(await db.place.count({ where: { status: 'PUBLISHED' } })).toBe(2)
}, 900_000)
