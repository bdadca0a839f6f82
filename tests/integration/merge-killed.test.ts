import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import { db } from '@/lib/db'
import { mergePlaces, undoMerge } from '@/lib/duplicates/mutations'
import { createPlace, setPlaceStatus } from '@/lib/places/mutations'
import { startChild } from '../support/child'
import { everything } from '../support/everything'
import { holdWrites } from '../support/held-writes'
import { makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

/** How many of its writes each is killed at; past their number, all of them. */
const deaths = Number(process.env.DEATHS || 1)

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

/** Some of the numbers from 1 to `count`, drawn. */
const drawn = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ step: index + 1, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, deaths)
    .map(({ step }) => step)

/** Kills the process that does this while it stands before its write of that number; then everything is as it was. */
async function dies(work: Record<string, unknown>, step: number): Promise<void> {
  const before = await everything(held.client)
  await held.stopAt(step)
  const child = startChild('killed-merge.ts', [JSON.stringify({ user, ...work })])
  const isHeldOrOver = async () => child.exitCode ?? ((await held.isHeld()) || undefined)
  await expect.poll(isHeldOrOver, { timeout: 120_000, message: `before write ${step}` }).toBeDefined()
  expect(child.exitCode, `over before write ${step}`).toBeNull()
  child.kill('SIGKILL')
  await once(child, 'exit')
  await held.letGo()
  expect(await everything(held.client), `killed at write ${step}`).toEqual(before)
}

it('a merge, or its undoing, that is killed at any write leaves everything as it was, and can be done again', async () => {
  let id = ''
  const merging = await held.count(async () => {
    id = (await mergePlaces(user, await request())).id
  })
  const undoing = await held.count(() => undoMerge(user, id))
  expect(Math.min(merging, undoing)).toBeGreaterThan(8)

  for (const step of drawn(merging)) await dies({ merge: await request() }, step)
  const again = await mergePlaces(user, await request())
  for (const step of drawn(undoing)) await dies({ undo: again.id }, step)
  await undoMerge(user, again.id)
  expect(await db.place.count({ where: { status: 'PUBLISHED' } })).toBe(2)
}, 900_000)
