import { beforeAll, expect, test } from 'vitest'
import type { CurrentUser } from '@/lib/accounts/permissions'
import type { AuditAction } from '@/lib/audit/actions'
import { audit } from '@/lib/audit/mutations'
import { searchAudit } from '@/lib/audit/queries'
import { auditSearch } from '@/lib/audit/schema'
import { db } from '@/lib/db'
import { addClosure, removeClosure } from '@/lib/places/closures/mutations'
import { listClosures } from '@/lib/places/closures/queries'
import { returnToVersion, undoChange } from '@/lib/places/history/mutations'
import { createPlace, setPlaceStatus, updatePlaceSection } from '@/lib/places/mutations'
import { makeUser } from '../support/people'
import { placeNamed } from '../support/place-named'

let admin: CurrentUser
let gone: CurrentUser

beforeAll(async () => {
  admin = await makeUser('admin@example.org', { role: 'NATIONAL_ADMIN' })
  gone = await makeUser('gone@example.org')
  const write = (user: CurrentUser | null, action: AuditAction, subject: string) =>
    db.$transaction((tx) => audit(tx, { user, action, subject, details: { name: 'Lieu' } }))
  await write(admin, 'place.published', 'place adp-1')
  await write(gone, 'place.archived', 'place adp-12')
  await write(admin, 'membership.removed', `user ${gone.id}`)
  await db.user.delete({ where: { id: gone.id } })
  await write(null, 'place.archived', 'place adp-2')
})

const found = async (search: Record<string, string>) =>
  (await searchAudit(admin, auditSearch.parse(search))).entries.map(({ subject }) => subject)

test.each<[Record<string, string>, string[]]>([
  [{ qui: 'ADMIN@example.org', action: 'place.published' }, ['place adp-1']],
  [{ qui: 'admin', sujet: 'adp-1' }, ['place adp-1']],
  [{ qui: 'gone@example.org' }, ['place adp-12']],
  [{ action: 'place.archived' }, ['place adp-2', 'place adp-12']],
  [{ sujet: 'adp-12' }, ['place adp-12']],
  [{ sujet: 'adp-1', du: '2020-01-01', au: '2020-12-31' }, []],
  [{ sujet: 'adp-1', du: '2020-01-01' }, ['place adp-1']],
])('%j finds %j', async (search, expected) => {
  expect(await found(search)).toEqual(expected)
})

test('what makes no sense in an address filters nothing', async () => {
  const all = await found({})
  expect(await found({ action: 'x.y', du: 'demain', apres: 'plus tard' })).toEqual(all)
})

test('what somebody did outlives her account, and is never rewritten', async () => {
  expect((await searchAudit(admin, auditSearch.parse({ qui: 'gone@example.org' }))).entries).toMatchObject([
    { by: 'gone@example.org', userId: null },
  ])
  await expect(db.auditEntry.updateMany({ data: { subject: 'x' } })).rejects.toThrow()
  await expect(db.auditEntry.deleteMany()).rejects.toThrow()
})

test('pages tell every line once, even those of one instant', async () => {
  await db.$executeRaw`
    INSERT INTO "AuditEntry" (id, at, action, subject)
    SELECT gen_random_uuid(), '2026-01-01T00:00:00.123456Z', 'need.changed', 'need ' || n FROM generate_series(1, 120) n`
  const told: string[] = []
  for (let apres: string | null = ''; apres !== null; ) {
    const page = await searchAudit(admin, auditSearch.parse({ action: 'need.changed', ...(apres && { apres }) }))
    told.push(...page.entries.map(({ subject }) => subject))
    apres = page.next
  }
  expect(told).toHaveLength(120)
  expect(new Set(told).size).toBe(120)
})

test('each thing done to a place is told once, by the names of its fields and why', async () => {
  const { id } = await createPlace(admin, placeNamed('Médiathèque'))
  await updatePlaceSection(admin, id, 1, 'contact', { phone: '+33254000000' }, 'Vu sur place')
  await updatePlaceSection(admin, id, 2, 'contact', { phone: '+33254000000' })
  await undoChange(admin, { id, version: 2, target: 2 })
  await returnToVersion(admin, { id, version: 3, target: 2 })
  const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
  await addClosure(admin, { id, from: day, to: day, reason: null })
  await removeClosure(admin, id, (await listClosures(id, day))[0]?.id ?? '')
  await setPlaceStatus(admin, id, 6, 'ARCHIVED')
  const { entries } = await searchAudit(admin, auditSearch.parse({ sujet: id }))
  // What this place's number told at the top of this file comes last.
  const told = entries.slice(0, 7).reverse()
  expect(told.map(({ action, details: { name, ...details } }) => [action, details])).toEqual([
    ['place.added', {}],
    ['place.edited', { fields: ['phone'], reason: 'Vu sur place' }],
    ['place.change_undone', { fields: ['phone'], reason: 'Annulation du changement 2' }],
    ['place.returned', { fields: ['phone'], reason: 'Retour à la version 2' }],
    ['place.closure_announced', {}],
    ['place.closure_removed', {}],
    ['place.archived', { fields: ['status'] }],
  ])
})
